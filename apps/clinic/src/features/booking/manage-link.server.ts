import type { House } from '#platform/house/house.server.ts'
import { derivedToken } from '#platform/http/sealed.server.ts'
import type { Language } from '#platform/languages/languages.ts'
import { pathTo } from '#routes.ts'

/** The token of an appointment's link: the same each time, so that a retried confirmation and every letter give one link. */
export function manageTokenOf(house: Pick<House, 'secret'>, appointmentId: string): string {
  return derivedToken(house.secret, 'manageAppointment', appointmentId)
}

/** The address at which a patient cancels or moves an appointment; `origin` as `siteOrigin` told it. */
export function manageUrlOf(
  house: Pick<House, 'secret'>,
  origin: string,
  language: Language,
  appointmentId: string,
): string {
  const path = pathTo(language, 'bookManage', { token: manageTokenOf(house, appointmentId) })
  return new URL(path, origin).href
}
