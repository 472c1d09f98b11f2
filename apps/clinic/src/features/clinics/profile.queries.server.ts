import type { ClinicTransaction } from '#platform/database/database.server.ts'

/** What a clinic says of itself and the rules it set. Minutes, hours and days as the names say. */
export type Profile = {
  country: string
  city: string
  address: string
  phone: string
  email: string
  accessFr: string
  accessEn: string
  firstVisit: string
  noticeMinutes: number
  horizonDays: number
  stepMinutes: number
  freeCancelHours: number
  checkInDays: number[]
  prpPurpose: string | null
}

/** The profile of the transaction's clinic; throws when it has none, which only a half-made clinic can. */
export async function getProfile(tx: ClinicTransaction, clinicId: string): Promise<Profile> {
  return tx
    .selectFrom('clinic.profiles')
    .select([
      'country',
      'city',
      'address',
      'phone',
      'email',
      'accessFr',
      'accessEn',
      'firstVisit',
      'noticeMinutes',
      'horizonDays',
      'stepMinutes',
      'freeCancelHours',
      'checkInDays',
      'prpPurpose',
    ])
    .where('clinicId', '=', clinicId)
    .executeTakeFirstOrThrow()
}

/** The clinic's weekly opening (resource_id null) as wall-clock rows, Monday first. */
export async function listOpening(tx: ClinicTransaction, clinicId: string) {
  return tx
    .selectFrom('clinic.openingHours')
    .select(['weekday', 'opens', 'closes'])
    .where('clinicId', '=', clinicId)
    .where('resourceId', 'is', null)
    .orderBy('weekday')
    .orderBy('opens')
    .execute()
}
