import { findPage, pathTo } from '#routes.ts'
import type { PageAddress } from './site.ts'

/** The addresses of a public page in both languages; undefined for a page that carries a token or is none of ours. */
export function findAddress(url: URL): PageAddress | undefined {
  const found = findPage(url.pathname)
  if (!found || Object.keys(found.values).length > 0) return undefined
  const at = (language: 'fr' | 'en') => url.origin + pathTo(language, found.page)
  return {
    canonical: at(found.language),
    path: pathTo(found.language, found.page),
    alternates: { fr: at('fr'), en: at('en') },
  }
}
