import { z } from 'zod'
import { siteOrigin } from '#features/booking/index.server.ts'
import { findClinicById, readProfile } from '#features/clinics/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import type { Clinic } from '#platform/house/house.queries.server.ts'
import type { House } from '#platform/house/house.server.ts'
import { findVisit } from './messages.queries.server.ts'
import type { VisitFacts } from './visit-letters.ts'

const visitPayload = z.object({ clinicId: z.uuid(), appointmentId: z.uuid(), origin: z.string().optional() })

/** An appointment as its letters need it, read when they are sent and not when they were asked for. */
export type OpenVisit = {
  clinic: Clinic & { email: string }
  origin: string
  row: NonNullable<Awaited<ReturnType<typeof findVisit>>>
  facts: VisitFacts & {
    appointmentId: string
    endAt: number
    sequence: number
    recipient: string
    clinicEmail: string
  }
}

/**
 * Undefined when the clinic or the appointment is gone since. Throws for a payload that is none of ours.
 * A job of the team may leave `origin` out: then the address of the booking counts.
 */
export async function openVisit(house: House, payload: unknown): Promise<OpenVisit | undefined> {
  const { clinicId, appointmentId, origin } = visitPayload.parse(payload)
  const clinic = await findClinicById(house, clinicId)
  if (!clinic) return undefined
  const profile = await readProfile(house, clinic)
  const row = await inClinic(house.db, clinicId, (tx) => findVisit(tx, clinicId, appointmentId))
  if (!row) return undefined
  const site = await siteOrigin(house, clinicId, origin ?? row.siteOrigin ?? undefined)
  const facts = {
    givenName: row.givenName,
    language: row.language as 'fr' | 'en',
    startAt: row.startsAt,
    endAt: row.patientUntilAt ?? row.endsAt,
    practitionerName: row.practitionerName ?? undefined,
    clinic: { ...profile, name: clinic.name, timeZone: clinic.timeZone },
    appointmentId,
    sequence: row.calendarSequence,
    recipient: row.email,
    clinicEmail: profile.email,
  }
  return { clinic: { ...clinic, email: profile.email }, origin: site, row, facts }
}
