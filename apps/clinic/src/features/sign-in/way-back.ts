import type { Language } from '#platform/languages/languages.ts'
import { findPage, type Page, pathTo } from '#routes.ts'

const nowhereToReturnTo: readonly Page[] = ['signIn', 'signInCode', 'signOut', 'invitation', 'myEnter', 'myLink']

/**
 * Where to go after signing in: the page that was asked for, when it is one of ours; else `home`. An address of another
 * site, however it is written, is no page of ours.
 * @param to untrusted, from the address
 */
export function wayBack(to: string | null, home: Page, language: Language): string {
  const fallback = pathTo(language, home)
  if (!to?.startsWith('/') || /[\\\s]/.test(to)) return fallback
  const asked = URL.parse(to, 'http://clinic.invalid')
  if (asked?.host !== 'clinic.invalid') return fallback
  const found = findPage(asked.pathname)
  return found && !nowhereToReturnTo.includes(found.page) ? `${asked.pathname}${asked.search}` : fallback
}
