import type { Screening, Verdict } from '@pointille/protocol'
import { sql } from 'kysely'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { instant } from '#platform/database/instant.server.ts'
import type { VisitUse } from './visit-uses.ts'

/** Serialises everything that takes time on one local day of one clinic, until the transaction ends. */
export async function lockDay(tx: ClinicTransaction, clinicId: string, on: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`diary ${clinicId} ${on}`}, 0))`.execute(tx)
}

/** Ends the holds that expired by `nowAt` and touch the span; their time is free and their answers are erased. */
export async function lapseExpiredHolds(
  tx: ClinicTransaction,
  clinicId: string,
  search: { fromAt: number; toAt: number; nowAt: number },
): Promise<string[]> {
  const expired = await tx
    .selectFrom('clinic.appointments')
    .select('appointmentId')
    .where('clinicId', '=', clinicId)
    .where('status', '=', 'held')
    .where('holdExpiresAt', '<=', instant(search.nowAt))
    .where('startsAt', '<', instant(search.toAt))
    .where('endsAt', '>', instant(search.fromAt))
    .orderBy('appointmentId')
    .forUpdate()
    .execute()
  const ids = expired.map(({ appointmentId }) => appointmentId)
  await endHolds(tx, clinicId, ids, 'lapsed')
  return ids
}

/** As above for the sweeper, which leaves alone whatever somebody is working on. */
export async function lapseForgottenHolds(tx: ClinicTransaction, clinicId: string, nowAt: number): Promise<number> {
  const expired = await tx
    .selectFrom('clinic.appointments')
    .select('appointmentId')
    .where('clinicId', '=', clinicId)
    .where('status', '=', 'held')
    .where('holdExpiresAt', '<=', instant(nowAt))
    .limit(500)
    .forUpdate()
    .skipLocked()
    .execute()
  const ids = expired.map(({ appointmentId }) => appointmentId)
  await endHolds(tx, clinicId, ids, 'lapsed')
  return ids.length
}

/** The rows must be locked by the caller. */
export async function endHolds(
  tx: ClinicTransaction,
  clinicId: string,
  ids: string[],
  status: 'lapsed' | 'released',
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('clinic.appointments')
    .set({ status })
    .where('clinicId', '=', clinicId)
    .where('appointmentId', 'in', ids)
    .execute()
  await tx.deleteFrom('clinic.occupancies').where('clinicId', '=', clinicId).where('appointmentId', 'in', ids).execute()
  await tx.deleteFrom('clinic.screenings').where('clinicId', '=', clinicId).where('appointmentId', 'in', ids).execute()
}

export type NewHold = {
  appointmentId: string
  serviceId: string
  startsAt: number
  endsAt: number
  practitionerId: string | undefined
  language: 'fr' | 'en'
  heldAt: number
  expiresAt: number
  verdictKind: string
}

export async function insertHold(tx: ClinicTransaction, clinicId: string, hold: NewHold): Promise<void> {
  await tx
    .insertInto('clinic.appointments')
    .values({
      clinicId,
      appointmentId: hold.appointmentId,
      serviceId: hold.serviceId,
      status: 'held',
      startsAt: new Date(hold.startsAt),
      endsAt: new Date(hold.endsAt),
      practitionerId: hold.practitionerId ?? null,
      language: hold.language,
      heldAt: new Date(hold.heldAt),
      holdExpiresAt: new Date(hold.expiresAt),
      verdictKind: hold.verdictKind,
    })
    .execute()
}

/** Runs `work` so that nothing of it stays when it answers false; the transaction goes on. */
export async function attempt(tx: ClinicTransaction, work: () => Promise<boolean>): Promise<boolean> {
  await sql`savepoint attempt`.execute(tx)
  const done = await work()
  await (done ? sql`release savepoint attempt` : sql`rollback to savepoint attempt`).execute(tx)
  return done
}

/**
 * Takes every use of a visit in one statement, sorted by resource; false when one of them is taken: call it within
 * `attempt`. The exclusion constraint decides, not what was read before.
 */
export async function takeUses(
  tx: ClinicTransaction,
  clinicId: string,
  appointmentId: string,
  uses: readonly VisitUse[],
): Promise<boolean> {
  if (uses.length === 0) return true
  const rows = uses.map((use) => ({
    clinicId,
    appointmentId,
    position: use.position,
    resourceId: use.resourceId ?? null,
    patientId: use.patientId ?? null,
    phaseKind: use.phaseKind,
    during: sql<string>`tstzrange(${new Date(use.startAt)}, ${new Date(use.endAt)})`,
  }))
  const taken = await tx
    .insertInto('clinic.occupancies')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('position')
    .execute()
  return taken.length === uses.length
}

export async function insertScreening(
  tx: ClinicTransaction,
  clinicId: string,
  appointmentId: string,
  { screening, verdict }: { screening: Screening; verdict: Verdict },
  answeredAt: number,
): Promise<void> {
  await tx
    .insertInto('clinic.screenings')
    .values({
      clinicId,
      appointmentId,
      indication: screening.indication,
      birthOn: screening.birthDate,
      answers: JSON.stringify(screening.answers),
      verdict: JSON.stringify(verdict),
      answeredAt: new Date(answeredAt),
    })
    .execute()
}

/** The answers that belong to an appointment; undefined once they were erased. */
export function findScreening(tx: ClinicTransaction, clinicId: string, appointmentId: string) {
  return tx
    .selectFrom('clinic.screenings')
    .select(['birthOn', 'verdict'])
    .where('clinicId', '=', clinicId)
    .where('appointmentId', '=', appointmentId)
    .executeTakeFirst()
}
