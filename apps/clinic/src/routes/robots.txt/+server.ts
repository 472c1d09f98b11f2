import { languages } from '#platform/languages/languages.ts'
import { pathTo } from '#routes.ts'
import type { RequestHandler } from './$types'

/** What a patient or the team opens is nobody else's to index; a form half filled is no page to land on. */
const closed = [
  '/api/',
  '/demo',
  ...languages.flatMap((language) => [pathTo(language, 'my'), pathTo(language, 'clinicHome')]),
]

export const GET: RequestHandler = () =>
  new Response(['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), ''].join('\n'), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'max-age=3600' },
  })
