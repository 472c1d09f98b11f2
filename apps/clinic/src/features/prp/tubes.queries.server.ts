import { sql } from 'kysely'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { isUuid } from '#platform/http/uuid.ts'

/** A tube as its row says; what happened to it is in its events. */
export type TubeRow = { tubeId: string; patientId: string; treatmentId: string; headHash: string | null }

export async function findTube(tx: ClinicTransaction, clinicId: string, tubeId: string): Promise<TubeRow | undefined> {
  if (!isUuid(tubeId)) return undefined
  return tx
    .selectFrom('clinic.prpTubes')
    .select(['tubeId', 'patientId', 'treatmentId', 'headHash'])
    .where('clinicId', '=', clinicId)
    .where('tubeId', '=', tubeId)
    .executeTakeFirst()
}

/** The tube that a label was printed for, whether it still counts or was replaced. */
export async function findTubeOfLabel(
  tx: ClinicTransaction,
  clinicId: string,
  label: string,
): Promise<TubeRow | undefined> {
  return tx
    .selectFrom('clinic.prpLabels as l')
    .innerJoin('clinic.prpTubes as t', (join) =>
      join.onRef('t.clinicId', '=', 'l.clinicId').onRef('t.tubeId', '=', 'l.tubeId'),
    )
    .select(['t.tubeId', 't.patientId', 't.treatmentId', 't.headHash'])
    .where('l.clinicId', '=', clinicId)
    .where('l.label', '=', label)
    .executeTakeFirst()
}

/** Holds the tube until the transaction ends, so that its events come one after the other. */
export async function lockTube(tx: ClinicTransaction, tubeId: string): Promise<void> {
  await sql`select clinic.lock_prp_tube(${tubeId})`.execute(tx)
}

export async function nextLabelNumber(tx: ClinicTransaction, year: number): Promise<number> {
  const { rows } = await sql<{ number: number }>`select clinic.next_prp_number(${year}::integer) as number`.execute(tx)
  return rows[0]!.number
}

export async function insertTube(
  tx: ClinicTransaction,
  clinicId: string,
  tube: {
    tubeId: string
    patientId: string
    treatmentId: string
    labelYear: number
    labelNumber: number
    tubeLot: string | undefined
    drawnAt: number
  },
): Promise<void> {
  await tx
    .insertInto('clinic.prpTubes')
    .values({ clinicId, ...tube, tubeLot: tube.tubeLot ?? null, drawnAt: new Date(tube.drawnAt) })
    .execute()
}

export async function insertLabel(
  tx: ClinicTransaction,
  clinicId: string,
  label: { tubeId: string; label: string; kind: 'tube' | 'syringe'; print: number; printedAt: number },
): Promise<void> {
  await tx
    .insertInto('clinic.prpLabels')
    .values({ clinicId, ...label, printedAt: new Date(label.printedAt) })
    .execute()
}

/** The events of tubes in their order, by tube. */
export async function listTubeEvents(
  tx: ClinicTransaction,
  clinicId: string,
  tubeIds: readonly string[],
): Promise<Map<string, { seq: number; canonical: string; hash: string }[]>> {
  const byTube = new Map<string, { seq: number; canonical: string; hash: string }[]>(tubeIds.map((id) => [id, []]))
  if (tubeIds.length === 0) return byTube
  const rows = await tx
    .selectFrom('clinic.prpEvents')
    .select(['tubeId', 'seq', 'canonical', 'hash'])
    .where('clinicId', '=', clinicId)
    .where('tubeId', 'in', tubeIds)
    .orderBy('tubeId')
    .orderBy('seq')
    .execute()
  for (const { tubeId, seq, canonical, hash } of rows)
    byTube.get(tubeId)?.push({ seq, canonical: canonical.toString('utf8'), hash })
  return byTube
}

export async function insertTubeEvent(
  tx: ClinicTransaction,
  clinicId: string,
  tubeId: string,
  event: {
    seq: number
    eventId: string
    kind: string
    at: number
    byMember: string
    canonical: Uint8Array
    hash: string
    recordedAt: number
  },
): Promise<void> {
  await tx
    .insertInto('clinic.prpEvents')
    .values({
      clinicId,
      tubeId,
      ...event,
      at: new Date(event.at),
      canonical: Buffer.from(event.canonical),
      recordedAt: new Date(event.recordedAt),
    })
    .execute()
}

export async function insertApplication(
  tx: ClinicTransaction,
  clinicId: string,
  application: { tubeId: string; patientId: string; treatmentId: string; appliedAt: number; delayMinutes: number },
): Promise<void> {
  await tx
    .insertInto('clinic.prpApplications')
    .values({ clinicId, ...application, appliedAt: new Date(application.appliedAt) })
    .execute()
}
