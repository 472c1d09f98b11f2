const formTypes = new Set(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'])

/**
 * Whether another site may have made a visitor's browser send this: a change that a plain HTML form can send, without the
 * site's own Origin. SvelteKit's own check is off because it also refuses what other software sends to the API without a
 * body (`POST …/extend`); the API reads no cookie, so there is nothing to forge there.
 */
export function isCrossSiteForm(request: Request, url: URL): boolean {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return false
  if (url.pathname.startsWith('/api/v1/')) return false
  const origin = request.headers.get('origin')
  // A browser names the site that sends; whatever the type, another site's is refused.
  if (origin !== null) return origin !== url.origin
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  return !type || formTypes.has(type)
}
