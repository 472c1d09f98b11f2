const form = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether a text from outside can be an id of ours; anything else would be an error of the database's. */
export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && form.test(text)
}
