import { createHash } from 'node:crypto'
import type { Actor } from '#features/access/index.server.ts'
import { writeAuditLine } from '#features/records/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import type { Clinic } from '#platform/house/house.queries.server.ts'
import type { House } from '#platform/house/house.server.ts'
import { sendMail } from '#platform/mail/send-mail.server.ts'
import { type Letter, letterHtml, letterText } from './letter.ts'
import { insertMessage, isRecorded, type MessageRecord } from './messages.queries.server.ts'

export type Envelope = Pick<
  MessageRecord,
  'messageId' | 'kind' | 'patientId' | 'appointmentId' | 'recipient' | 'language'
> & {
  letter: Letter
  calendar: { method: 'REQUEST' | 'CANCEL'; content: string } | undefined
}

const calendarFile = 'rendez-vous.ics'

/** The same id for the same letter, so that a job that runs twice sends once. */
export function messageIdOf(...parts: (string | number)[]): string {
  const hash = createHash('sha256').update(parts.join(' ')).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

/**
 * Sends a letter by SMTP and records that, without its text; where no server is set the letter itself is kept, for the
 * outbox. A letter that is recorded already goes out no more. Throws when the server does not take it: the job is tried again.
 */
export async function deliver(
  house: House,
  clinic: Clinic & { email: string },
  { letter, calendar, ...envelope }: Envelope,
): Promise<'sent' | 'outbox' | 'known'> {
  const { clinicId } = clinic
  if (await inClinic(house.db, clinicId, (tx) => isRecorded(tx, clinicId, envelope.messageId))) return 'known'
  const { smtpUrl } = house.settings
  if (smtpUrl) {
    await sendMail(smtpUrl, {
      from: { name: clinic.name, address: clinic.email },
      to: envelope.recipient,
      subject: letter.subject,
      text: letterText(letter),
      html: letterHtml(letter, envelope.language),
      messageId: envelope.messageId,
      calendar: calendar && { ...calendar, fileName: calendarFile },
    })
  }
  await record(house, clinicId, {
    ...envelope,
    subject: letter.subject,
    body: smtpUrl ? undefined : letterText(letter),
    attachment: smtpUrl || !calendar ? undefined : { name: calendarFile, content: calendar.content },
    outcome: smtpUrl ? 'sent' : 'outbox',
    recordedAt: house.now(),
  })
  return smtpUrl ? 'sent' : 'outbox'
}

/** Records that a letter was not sent because it is no longer true. */
export function recordSkipped(
  house: House,
  clinicId: string,
  envelope: Omit<Envelope, 'letter' | 'calendar'>,
): Promise<void> {
  const nothing = { subject: '', body: undefined, attachment: undefined }
  return record(house, clinicId, { ...envelope, ...nothing, outcome: 'skipped', recordedAt: house.now() })
}

async function record(house: House, clinicId: string, message: MessageRecord): Promise<void> {
  const actor: Actor = { kind: 'system', task: 'mail' }
  await inClinic(house.db, clinicId, async (tx) => {
    await insertMessage(tx, clinicId, message)
    await writeAuditLine(tx, clinicId, actor, message.recordedAt, {
      action: message.kind,
      patientId: message.patientId,
      outcome: 'allowed',
      detail: `message ${message.messageId}`,
    })
  })
}
