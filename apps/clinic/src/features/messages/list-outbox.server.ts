import { type Caller, may } from '#features/access/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { listUnsent } from './messages.queries.server.ts'

export type OutboxLetter = {
  messageId: string
  kind: string
  recipient: string
  language: 'fr' | 'en'
  subject: string
  text: string
  attachment: { name: string; content: string } | undefined
  /** Epoch ms. */
  recordedAt: number
}

const most = 100

/** The demo's outbox: what would have been mailed from this clinic, newest first. Empty in any house that is no demo. */
export async function listOutbox({ house, clinic, actor }: Caller): Promise<OutboxLetter[]> {
  if (!may(actor, 'useDemo', { isDemo: house.isDemo })) return []
  const rows = await inClinic(house.db, clinic.clinicId, (tx) => listUnsent(tx, clinic.clinicId, most))
  return rows.map(({ attachmentName, attachment, body, language, ...row }) => ({
    ...row,
    language: language as 'fr' | 'en',
    text: body ?? '',
    attachment:
      attachmentName !== null && attachment !== null ? { name: attachmentName, content: attachment } : undefined,
  }))
}
