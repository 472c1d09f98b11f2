import type { Actor } from '#features/access/index.server.ts'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { instant } from '#platform/database/instant.server.ts'

export type AuditLine = {
  action: string
  patientId: string | undefined
  outcome: 'allowed' | 'refused'
  detail: string
}

/** Writes one line of the access log in the caller's own transaction. */
export async function writeAuditLine(
  tx: ClinicTransaction,
  clinicId: string,
  actor: Actor,
  at: number,
  line: AuditLine,
): Promise<void> {
  await tx
    .insertInto('clinic.auditLog')
    .values({
      clinicId,
      at: new Date(at),
      actorKind: actor.kind,
      actorId: actor.kind === 'member' ? actor.memberId : actor.kind === 'patient' ? actor.patientId : null,
      actorName: actor.kind === 'system' ? actor.task : actor.kind === 'nobody' ? '' : actor.name,
      action: line.action,
      patientId: line.patientId ?? null,
      outcome: line.outcome,
      detail: line.detail,
    })
    .execute()
}

/** Who opened a patient's record, newest first. */
export async function listAuditLines(tx: ClinicTransaction, clinicId: string, patientId: string) {
  return tx
    .selectFrom('clinic.auditLog')
    .select(['at', 'actorKind', 'actorName', 'action', 'outcome'])
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .orderBy('at', 'desc')
    .limit(200)
    .execute()
}

const coming = ['booked', 'arrived', 'inTreatment', 'done']

/** Whether the patient has an appointment that begins in [fromAt, toAt), epoch ms. */
export async function hasVisit(
  tx: ClinicTransaction,
  clinicId: string,
  patientId: string,
  { fromAt, toAt }: { fromAt: number; toAt: number },
): Promise<boolean> {
  const row = await tx
    .selectFrom('clinic.appointments')
    .select('appointmentId')
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .where('status', 'in', coming)
    .where('startsAt', '>=', instant(fromAt))
    .where('startsAt', '<', instant(toAt))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
