const drawings = new Map<string, unknown>()

/**
 * Keeps what `make` returned for a key. A field costs up to a tenth of a second to throw and never changes, so the server
 * draws it once. Use only for pictures with few variants (a page's own), never keyed by a person or an hour.
 */
export const remember = <Drawing>(key: string, make: () => Drawing): Drawing => {
  if (!drawings.has(key)) drawings.set(key, make())
  return drawings.get(key) as Drawing
}
