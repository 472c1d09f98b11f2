import { getJurisdiction, isJurisdictionCode } from '@pointille/protocol'
import type { Caller } from '#features/access/index.server.ts'
import { readProfile } from '#features/clinics/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { addDays, localTime } from '#platform/languages/dates.ts'
import { listClosedDates } from './check-ins.queries.server.ts'
import { type AnsweringHours, answeringHours } from './open-hours.ts'

/** Whom to call: the clinic and when it answers, and the emergency numbers of its country. */
export type Help = {
  clinicName: string
  address: string
  phone: string
  hours: AnsweringHours
  emergencyNumbers: readonly string[]
}

/** Nobody's record: what every page of the patient's space says at its foot, and the care card in its middle. */
export async function readHelp({ house, clinic, nowAt }: Caller): Promise<Help> {
  const profile = await readProfile(house, clinic)
  const { on } = localTime(nowAt, clinic.timeZone)
  const closed = await inClinic(house.db, clinic.clinicId, (tx) =>
    listClosedDates(tx, clinic.clinicId, on, addDays(on, 15)),
  )
  const { emergencyNumbers } = getJurisdiction(isJurisdictionCode(profile.country) ? profile.country : 'other')
  return {
    clinicName: clinic.name,
    address: profile.address,
    phone: profile.phone,
    hours: answeringHours(profile.opening, closed, nowAt, clinic.timeZone),
    emergencyNumbers,
  }
}
