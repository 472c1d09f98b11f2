import { sql } from 'kysely'
import type { ClinicTransaction } from '#platform/database/database.server.ts'

/** The last event of each of these kinds in each treatment, with its bytes as they were written. */
export async function listLastEvents(
  tx: ClinicTransaction,
  clinicId: string,
  treatmentIds: string[],
  kinds: readonly string[],
): Promise<{ treatmentId: string; kind: string; seq: number; body: unknown }[]> {
  if (treatmentIds.length === 0) return []
  const rows = await tx
    .selectFrom('clinic.treatmentEvents')
    .distinctOn(['treatmentId', 'kind'])
    .select(['treatmentId', 'kind', 'seq', 'canonical'])
    .where('clinicId', '=', clinicId)
    .where('treatmentId', 'in', treatmentIds)
    .where('kind', 'in', [...kinds])
    .orderBy('treatmentId')
    .orderBy('kind')
    .orderBy('seq', 'desc')
    .execute()
  return rows.map(({ canonical, ...row }) => ({ ...row, body: JSON.parse(canonical.toString('utf8')) as unknown }))
}

/** Those of these treatments whose plan is covered by a consent that still stands. */
export async function listConsented(
  tx: ClinicTransaction,
  clinicId: string,
  treatmentIds: string[],
): Promise<Set<string>> {
  if (treatmentIds.length === 0) return new Set()
  const rows = await tx
    .selectFrom('clinic.consents as c')
    .innerJoin('clinic.treatments as t', (join) =>
      join.onRef('t.clinicId', '=', 'c.clinicId').onRef('t.treatmentId', '=', 'c.treatmentId'),
    )
    .select('c.treatmentId')
    .where('c.clinicId', '=', clinicId)
    .where('c.treatmentId', 'in', treatmentIds)
    .where('c.voidedAt', 'is', null)
    .where('c.withdrawnAt', 'is', null)
    .where(sql<boolean>`c.plan_hash = t.plan_hash`)
    .execute()
  return new Set(rows.map((row) => row.treatmentId))
}
