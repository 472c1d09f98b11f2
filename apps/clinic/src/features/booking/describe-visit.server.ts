import type { Caller } from '#features/access/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { findServiceNames } from './diary.queries.server.ts'

/** The names that a visit's ids stand for, in the caller's language; services and people who left keep theirs. */
export async function describeVisit(
  { house, clinic, language }: Caller,
  visit: { serviceId: string; practitionerId: string | null },
): Promise<{
  serviceId: string
  serviceName: string
  serviceKind: 'consultation' | 'treatment'
  practitionerId: string | undefined
  practitionerName: string | undefined
}> {
  const names = await inClinic(house.db, clinic.clinicId, (tx) => findServiceNames(tx, clinic.clinicId, visit))
  return {
    serviceId: visit.serviceId,
    serviceName: language === 'fr' ? names.nameFr : names.nameEn,
    serviceKind: names.kind as 'consultation' | 'treatment',
    practitionerId: visit.practitionerId ?? undefined,
    practitionerName: names.practitionerName ?? undefined,
  }
}
