import { sql } from 'kysely'
import type { ClinicTransaction } from '#platform/database/database.server.ts'

/** What a letter about an appointment needs to know; undefined when it is nobody's. `patientUntilAt` is when the patient may leave. */
export async function findVisit(tx: ClinicTransaction, clinicId: string, appointmentId: string) {
  return tx
    .selectFrom('clinic.appointments as a')
    .innerJoin('clinic.patients as p', (join) =>
      join.onRef('p.clinicId', '=', 'a.clinicId').onRef('p.patientId', '=', 'a.patientId'),
    )
    .leftJoin('clinic.resources as r', (join) =>
      join.onRef('r.clinicId', '=', 'a.clinicId').onRef('r.resourceId', '=', 'a.practitionerId'),
    )
    .leftJoin('clinic.occupancies as o', (join) =>
      join
        .onRef('o.clinicId', '=', 'a.clinicId')
        .onRef('o.appointmentId', '=', 'a.appointmentId')
        .onRef('o.patientId', '=', 'a.patientId'),
    )
    .select([
      'a.appointmentId',
      'a.status',
      'a.startsAt',
      'a.endsAt',
      'a.language',
      'a.calendarSequence',
      'a.siteOrigin',
      'a.cancelledAt',
      'a.cancelledBy',
      'p.patientId',
      'p.givenName',
      'p.email',
      'r.name as practitionerName',
      sql<number | null>`upper(o.during)`.as('patientUntilAt'),
    ])
    .where('a.clinicId', '=', clinicId)
    .where('a.appointmentId', '=', appointmentId)
    .executeTakeFirst()
}

export function findRecipient(tx: ClinicTransaction, clinicId: string, patientId: string) {
  return tx
    .selectFrom('clinic.patients')
    .select(['patientId', 'givenName', 'email', 'language'])
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .executeTakeFirst()
}

/** Whether this very letter went out already: a job may run twice. */
export async function isRecorded(tx: ClinicTransaction, clinicId: string, messageId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('clinic.messages')
    .select('messageId')
    .where('clinicId', '=', clinicId)
    .where('messageId', '=', messageId)
    .executeTakeFirst()
  return row !== undefined
}

export type MessageRecord = {
  messageId: string
  kind: string
  patientId: string
  appointmentId: string | undefined
  recipient: string
  language: 'fr' | 'en'
  subject: string
  /** The letter itself, only where no SMTP server took it. */
  body: string | undefined
  attachment: { name: string; content: string } | undefined
  outcome: 'sent' | 'outbox' | 'skipped'
  recordedAt: number
}

export async function insertMessage(tx: ClinicTransaction, clinicId: string, message: MessageRecord): Promise<void> {
  await tx
    .insertInto('clinic.messages')
    .values({
      clinicId,
      messageId: message.messageId,
      kind: message.kind,
      patientId: message.patientId,
      appointmentId: message.appointmentId ?? null,
      recipient: message.recipient,
      language: message.language,
      subject: message.subject,
      body: message.body ?? null,
      attachmentName: message.attachment?.name ?? null,
      attachment: message.attachment?.content ?? null,
      outcome: message.outcome,
      recordedAt: new Date(message.recordedAt),
    })
    .onConflict((conflict) => conflict.columns(['clinicId', 'messageId']).doNothing())
    .execute()
}

/** The letters that no SMTP server took, newest first. */
export function listUnsent(tx: ClinicTransaction, clinicId: string, limit: number) {
  return tx
    .selectFrom('clinic.messages')
    .select([
      'messageId',
      'kind',
      'recipient',
      'language',
      'subject',
      'body',
      'attachmentName',
      'attachment',
      'recordedAt',
    ])
    .where('clinicId', '=', clinicId)
    .where('outcome', '=', 'outbox')
    .orderBy('recordedAt', 'desc')
    .orderBy('messageId')
    .limit(limit)
    .execute()
}
