import type { Caller } from '#features/access/index.server.ts'
import { callerIn, findAppointmentByToken, listServices } from '#features/booking/index.server.ts'
import { type ManagedVisit, type VisitView, viewVisit } from '#features/booking/index.ts'
import { findClinicById } from '#features/clinics/index.server.ts'
import { readSite } from '#features/site/index.server.ts'
import type { Site } from '#features/site/index.ts'
import { localTime, longDate, patientTime } from '#platform/languages/dates.ts'

/** An appointment behind its link, as its pages show it; the clinic is the appointment's own, whatever the address says. */
export type ManagedPage = {
  site: Site
  managed: ManagedVisit
  visit: VisitView
  /** 'lundi 23 novembre 2026, 9 h 30', and whether that is still to come. */
  freeUntil: string
  isFree: boolean
}

export async function findManaged(caller: Caller, token: string): Promise<ManagedPage | undefined> {
  const managed = await findAppointmentByToken(caller, token)
  const clinic = managed && (await findClinicById(caller.house, managed.clinic.clinicId))
  if (!managed || !clinic) return undefined
  const there = callerIn(caller, clinic)
  const { language, nowAt } = caller
  const site = await readSite(there)
  const service = (await listServices(there)).find(({ serviceId }) => serviceId === managed.serviceId)
  const until = localTime(managed.freeCancelUntilAt, clinic.timeZone)
  return {
    site,
    managed,
    visit: viewVisit(managed, { address: site.address, service, language }),
    freeUntil: `${longDate(until.on, language)}, ${patientTime(until.time, language)}`,
    isFree: nowAt <= managed.freeCancelUntilAt,
  }
}
