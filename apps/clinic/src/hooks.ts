import type { Reroute } from '@sveltejs/kit/hooks'
import { isLanguage } from '#platform/languages/languages.ts'
import { canonicalPath } from '#routes.ts'

/** French and English addresses lead to the same folders; a slug of the wrong language leads nowhere. */
export const reroute: Reroute = ({ url }) => {
  const language = url.pathname.split('/')[1]
  if (!isLanguage(language)) return
  // The events of a treatment are posted beside its page; they are no page and have one name.
  if (/^\/(fr|en)\/clinic\/treatments\/[^/]+\/events$/.test(url.pathname)) return
  return canonicalPath(url.pathname.replace(/\/__data\.json$/, '')) ?? '/no-such-page'
}
