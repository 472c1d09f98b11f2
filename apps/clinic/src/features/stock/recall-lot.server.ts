import { randomUUID } from 'node:crypto'
import { type Caller, may } from '#features/access/index.server.ts'
import { type NotAllowed, writeAuditLine } from '#features/records/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { recallSources } from './cartridge-answer.ts'
import { countOnShelf, findRecall } from './cartridge-facts.queries.server.ts'
import { lockLot } from './lock-lot.queries.server.ts'
import { asKept } from './piece.ts'
import { countOpenings, insertRecall, liftRecallRow } from './recalls.queries.server.ts'

export type RecallDraft = {
  /** '' = whoever made it. */
  gtin: string
  lot: string
  source: string
  reason: string
}

export type RecallRefusal =
  | NotAllowed
  | { refusal: 'LotMissing' }
  | { refusal: 'SourceMissing' }
  | { refusal: 'ReasonMissing' }
  | { refusal: 'RecalledAlready'; recalledAt: number }

/** What a recall finds: pieces to set aside, and how many treatments had opened the lot. */
export type Recalled = { recallId: string; lot: string; onShelf: number; treatments: number; underWay: number }

/**
 * Stops the use of a lot at once: from this instant no piece of it is opened, whoever asks. Who was treated with it is for the
 * exposure look-back; here they are only counted.
 */
export async function recallLot(caller: Caller, draft: RecallDraft): Promise<Recalled | RecallRefusal> {
  const { house, clinic, actor, nowAt } = caller
  if (actor.kind !== 'member' || !may(actor, 'recallLot')) return { refusal: 'NotAllowed', action: 'recallLot' }
  const lot = asKept(draft.lot)
  const gtin = /^\d{14}$/.test(draft.gtin) ? draft.gtin : ''
  const reason = draft.reason.trim().slice(0, 500)
  const source = recallSources.find((known) => known === draft.source)
  if (lot === '' || lot.length > 60) return { refusal: 'LotMissing' }
  if (!source) return { refusal: 'SourceMissing' }
  if (reason === '') return { refusal: 'ReasonMissing' }
  const { clinicId } = clinic
  const answer = await inClinic(house.db, clinicId, async (tx): Promise<Recalled | RecallRefusal> => {
    await lockLot(tx, clinicId, lot)
    const known = await findRecall(tx, clinicId, { gtin, lot }, nowAt)
    if (known) return { refusal: 'RecalledAlready', recalledAt: known.recalledAt }
    const recallId = randomUUID()
    await insertRecall(tx, clinicId, { recallId, gtin, lot, source, reason, at: nowAt, by: actor.memberId })
    const { treatments, underWay } = await countOpenings(tx, clinicId, { gtin, lot })
    await writeAuditLine(tx, clinicId, actor, nowAt, {
      action: 'recallLot',
      patientId: undefined,
      outcome: 'allowed',
      detail: `lot ${lot}, opened in ${treatments} treatments`,
    })
    return { recallId, lot, onShelf: await countOnShelf(tx, clinicId, { gtin, lot }), treatments, underWay }
  })
  if ('recallId' in answer) house.changed(clinicId)
  return answer
}

/** Ends a recall that was a mistake, or that its source has withdrawn. */
export async function liftRecall(
  caller: Caller,
  { recallId, reason }: { recallId: string; reason: string },
): Promise<{ lifted: true } | NotAllowed | { refusal: 'ReasonMissing' | 'NoSuchRecall' }> {
  const { house, clinic, actor, nowAt } = caller
  if (actor.kind !== 'member' || !may(actor, 'liftRecall')) return { refusal: 'NotAllowed', action: 'liftRecall' }
  const said = reason.trim().slice(0, 500)
  if (said === '') return { refusal: 'ReasonMissing' }
  const lot = await inClinic(house.db, clinic.clinicId, async (tx) => {
    const lifted = await liftRecallRow(tx, clinic.clinicId, { recallId, reason: said, at: nowAt, by: actor.memberId })
    if (lifted)
      await writeAuditLine(tx, clinic.clinicId, actor, nowAt, {
        action: 'liftRecall',
        patientId: undefined,
        outcome: 'allowed',
        detail: `lot ${lifted}`,
      })
    return lifted
  })
  if (lot === undefined) return { refusal: 'NoSuchRecall' }
  house.changed(clinic.clinicId)
  return { lifted: true }
}
