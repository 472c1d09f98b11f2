import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { instant } from '#platform/database/instant.server.ts'
import type { TubeRow } from './tubes.queries.server.ts'

const columns = ['tubeId', 'patientId', 'treatmentId', 'headHash'] as const

/** Tubes that nobody has accounted for, the oldest first, whatever their day. */
export async function listOpenTubes(tx: ClinicTransaction, clinicId: string): Promise<TubeRow[]> {
  return tx
    .selectFrom('clinic.prpTubes')
    .select(columns)
    .where('clinicId', '=', clinicId)
    .where('accountedAt', 'is', null)
    .orderBy('drawnAt')
    .execute()
}

/** How many wait to be accounted for. */
export async function countOpenTubes(tx: ClinicTransaction, clinicId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('clinic.prpTubes')
    .select((from) => from.fn.countAll<string>().as('count'))
    .where('clinicId', '=', clinicId)
    .where('accountedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Tubes drawn since that are accounted for: the day's balance. */
export async function listClosedTubes(tx: ClinicTransaction, clinicId: string, sinceAt: number): Promise<TubeRow[]> {
  return tx
    .selectFrom('clinic.prpTubes')
    .select(columns)
    .where('clinicId', '=', clinicId)
    .where('accountedAt', 'is not', null)
    .where('drawnAt', '>=', instant(sinceAt))
    .orderBy('drawnAt')
    .execute()
}

export async function insertClosing(
  tx: ClinicTransaction,
  clinicId: string,
  closing: { closingId: string; dayOn: string; closedAt: number; closedBy: string },
): Promise<void> {
  await tx
    .insertInto('clinic.prpDayClosings')
    .values({ clinicId, ...closing, closedAt: new Date(closing.closedAt) })
    .execute()
}

/** The last time somebody said that this day is over. */
export async function findClosing(
  tx: ClinicTransaction,
  clinicId: string,
  dayOn: string,
): Promise<{ closedAt: number; closedBy: string } | undefined> {
  return tx
    .selectFrom('clinic.prpDayClosings')
    .select(['closedAt', 'closedBy'])
    .where('clinicId', '=', clinicId)
    .where('dayOn', '=', dayOn)
    .orderBy('closedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
}
