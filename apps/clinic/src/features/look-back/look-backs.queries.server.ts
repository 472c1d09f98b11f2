import { sql } from 'kysely'
import type { Actor } from '#features/access/index.server.ts'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { isUuid } from '#platform/http/uuid.ts'
import { isAskedKind } from './link-rules.ts'
import type { Question } from './question.ts'

export type LookBack = Question & { lookBackId: string; askedBy: string; askedAt: number }

export async function insertLookBack(tx: ClinicTransaction, clinicId: string, asked: LookBack): Promise<void> {
  await tx
    .insertInto('clinic.lookBacks')
    .values({ clinicId, ...asked, askedAt: new Date(asked.askedAt) })
    .execute()
}

const columns = ['lookBackId', 'kind', 'source', 'fromOn', 'toOn', 'reason', 'askedBy', 'askedAt'] as const

export async function findLookBack(
  tx: ClinicTransaction,
  clinicId: string,
  lookBackId: string,
): Promise<LookBack | undefined> {
  if (!isUuid(lookBackId)) return undefined
  const row = await tx
    .selectFrom('clinic.lookBacks')
    .select(columns)
    .where('clinicId', '=', clinicId)
    .where('lookBackId', '=', lookBackId)
    .executeTakeFirst()
  return row && typed(row)
}

/** The last questions that were asked, newest first. */
export async function listLookBacks(tx: ClinicTransaction, clinicId: string): Promise<LookBack[]> {
  const rows = await tx
    .selectFrom('clinic.lookBacks')
    .select(columns)
    .where('clinicId', '=', clinicId)
    .orderBy('askedAt', 'desc')
    .limit(20)
    .execute()
  return rows.map(typed)
}

function typed<R extends { kind: string }>(row: R) {
  const { kind } = row
  if (!isAskedKind(kind)) throw new Error(`a look-back from a ${kind}`)
  return { ...row, kind }
}

/** One line of the access log for each patient whose record was looked at, in the transaction of the look. */
export async function writePatientLines(
  tx: ClinicTransaction,
  clinicId: string,
  { actor, at, detail }: { actor: Actor; at: number; detail: string },
  patientIds: readonly string[],
): Promise<void> {
  if (actor.kind !== 'member' || patientIds.length === 0) return
  await sql`
    insert into clinic.audit_log (clinic_id, at, actor_kind, actor_id, actor_name, action, patient_id, outcome, detail)
    select ${clinicId}, ${new Date(at)}, 'member', ${actor.memberId}, ${actor.name}, 'lookBack', p, 'allowed', ${detail}
    from unnest(${[...patientIds]}::uuid[]) p`.execute(tx)
}

/** Notes that these people were told; telling twice in one way is told once. */
export async function insertNotices(
  tx: ClinicTransaction,
  clinicId: string,
  notice: { lookBackId: string; way: 'letter' | 'call'; toldBy: string; toldAt: number },
  patientIds: readonly string[],
): Promise<void> {
  if (patientIds.length === 0) return
  await tx
    .insertInto('clinic.exposureNotices')
    .values(patientIds.map((patientId) => ({ clinicId, patientId, ...notice, toldAt: new Date(notice.toldAt) })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Who was told because of a look-back: patient -> the first time, epoch ms. */
export async function listNotices(
  tx: ClinicTransaction,
  clinicId: string,
  lookBackId: string,
): Promise<Map<string, { way: string; toldAt: number }>> {
  const rows = await tx
    .selectFrom('clinic.exposureNotices')
    .select(['patientId', 'way', 'toldAt'])
    .where('clinicId', '=', clinicId)
    .where('lookBackId', '=', lookBackId)
    .orderBy('toldAt', 'desc')
    .execute()
  return new Map(rows.map(({ patientId, way, toldAt }) => [patientId, { way, toldAt }]))
}
