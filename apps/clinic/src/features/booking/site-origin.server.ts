import { findClinicIdByHost } from '#platform/house/house.queries.server.ts'
import type { House } from '#platform/house/house.server.ts'

const maxAgeMs = 60_000
const ownMachine = 'http://localhost:3000'

/**
 * Where a clinic's links lead. The address that the request was sent to counts where its host is written down as this
 * clinic's, or where the site has no address of its own (a developer's machine): a forged Host header must not get into
 * a letter.
 * @param asked the request's own origin, where there was a request
 */
export async function siteOrigin(house: House, clinicId: string, asked: string | undefined): Promise<string> {
  const { publicUrl } = house.settings
  if (!asked || !URL.canParse(asked)) return publicUrl ?? ownMachine
  if (!publicUrl) return asked
  const { hostname } = new URL(asked)
  const known = await house.cache.get(clinicId, `own host ${hostname}`, maxAgeMs, () =>
    findClinicIdByHost(house.db, hostname),
  )
  return known === clinicId ? asked : publicUrl
}
