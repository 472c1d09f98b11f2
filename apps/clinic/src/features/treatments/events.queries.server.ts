import type { ClinicTransaction } from '#platform/database/database.server.ts'

/** An event as it is kept: its place, the bytes that were hashed, and the hash that continues the chain. */
export type StoredEvent = { seq: number; eventId: string; canonical: string; hash: string; recordedAt: number }

/** All events of a treatment in their order. */
export async function listEvents(tx: ClinicTransaction, clinicId: string, treatmentId: string): Promise<StoredEvent[]> {
  const rows = await tx
    .selectFrom('clinic.treatmentEvents')
    .select(['seq', 'eventId', 'canonical', 'hash', 'recordedAt'])
    .where('clinicId', '=', clinicId)
    .where('treatmentId', '=', treatmentId)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({ ...row, canonical: row.canonical.toString('utf8') }))
}

/** The treatment in which an event of this id stands, wherever in the clinic it is. */
export async function findEventOwner(
  tx: ClinicTransaction,
  clinicId: string,
  eventId: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('clinic.treatmentEvents')
    .select('treatmentId')
    .where('clinicId', '=', clinicId)
    .where('eventId', '=', eventId)
    .executeTakeFirst()
  return row?.treatmentId
}

export type NewEvent = {
  seq: number
  eventId: string
  kind: string
  at: number
  byMember: string
  canonical: Uint8Array
  hash: string
  recordedAt: number
}

/** Appends one event. The database checks place, chain and content again, and throws what only a bug can cause. */
export async function insertEvent(
  tx: ClinicTransaction,
  clinicId: string,
  treatmentId: string,
  event: NewEvent,
): Promise<void> {
  await tx
    .insertInto('clinic.treatmentEvents')
    .values({
      clinicId,
      treatmentId,
      ...event,
      at: new Date(event.at),
      canonical: Buffer.from(event.canonical),
      recordedAt: new Date(event.recordedAt),
    })
    .execute()
}

/** The names behind member ids, for a record that says who did what. */
export async function listMemberNames(tx: ClinicTransaction, clinicId: string): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('clinic.teamMembers')
    .select(['memberId', 'displayName'])
    .where('clinicId', '=', clinicId)
    .execute()
  return new Map(rows.map((row) => [row.memberId, row.displayName]))
}
