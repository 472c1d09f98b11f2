import { randomUUID } from 'node:crypto'
import type { Caller } from '#features/access/index.server.ts'
import { type NotAllowed, openRecord } from '#features/records/index.server.ts'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { insertLookBack } from './look-backs.queries.server.ts'
import { findByFileNumber, listNamed } from './people.queries.server.ts'
import { asKept, checkDraft, type QuestionDraft, type QuestionFault } from './question.ts'

/**
 * Asks who shared what: writes down the question with its reason. Nothing of a record is read yet; that is one look, and one
 * line, when the answer is read.
 */
export async function askLookBack(
  caller: Caller,
  draft: QuestionDraft,
): Promise<{ lookBackId: string } | { refusal: 'InvalidQuestion'; faults: QuestionFault[] } | NotAllowed> {
  const { clinic, actor, nowAt } = caller
  const faults = checkDraft(draft)
  const lookBackId = randomUUID()
  const { kind, fromOn, toOn, reason } = draft
  const detail = `asked ${lookBackId}, ${kind}, ${fromOn} to ${toOn}: ${reason}`.slice(0, 700)
  return openRecord(caller, { action: 'lookBack', detail }, async (tx) => {
    if (faults.length > 0 || actor.kind !== 'member') return { refusal: 'InvalidQuestion', faults }
    const source = await findSource(tx, clinic.clinicId, draft)
    if (source === undefined) return { refusal: 'InvalidQuestion', faults: ['SourceUnknown'] }
    const question = { kind, source, fromOn, toOn, reason }
    await insertLookBack(tx, clinic.clinicId, { lookBackId, ...question, askedBy: actor.memberId, askedAt: nowAt })
    return { lookBackId }
  })
}

/** What is searched for as the record names it; undefined when there is no such room, handpiece, member or file. */
async function findSource(
  tx: ClinicTransaction,
  clinicId: string,
  { kind, source }: QuestionDraft,
): Promise<string | undefined> {
  switch (kind) {
    case 'patient': {
      const digits = source.replaceAll(/\s/g, '')
      return /^\d{1,9}$/.test(digits) ? findByFileNumber(tx, clinicId, Number(digits)) : undefined
    }
    case 'room':
    case 'device':
    case 'operator': {
      const named = await listNamed(tx, clinicId)
      return named.find((one) => one.kind === kind && one.id === source)?.id
    }
    case 'lot':
    case 'cartridge':
      return asKept(source)
    case 'spin':
      return source
  }
}
