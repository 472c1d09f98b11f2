import type { House } from '#platform/house/house.server.ts'
import type { Language } from '#platform/languages/languages.ts'
import { pathTo } from '#routes.ts'

/**
 * The address at which a patient cancels or moves an appointment. The site's own address where it is set; otherwise the
 * one that the request was sent to, as on a developer's machine.
 */
export function manageLink(
  house: Pick<House, 'settings'>,
  origin: string,
  language: Language,
  manageToken: string,
): string {
  return new URL(pathTo(language, 'bookManage', { token: manageToken }), house.settings.publicUrl ?? origin).href
}
