import type { EventOf } from '@pointille/protocol'
import { judgeCartridge } from '#features/stock/index.server.ts'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import type { EventRefusal } from './answers.ts'
import { insertCartridge } from './cartridges.queries.server.ts'

/**
 * Opens the cartridge that an event names, when the house knows nothing against it.
 * @returns what stands in the way; then nothing was written
 */
export async function openCartridge(
  tx: ClinicTransaction,
  clinicId: string,
  treatmentId: string,
  event: EventOf<'cartridgeOpened'>,
): Promise<EventRefusal | undefined> {
  const { lot, unit, expiresOn, gtin = '' } = event
  const at = Date.parse(event.at)
  const judged = await judgeCartridge(tx, clinicId, { gtin, lot, unit, expiresOn }, { treatmentId, at })
  switch (judged.answer) {
    case 'used':
      return { refusal: 'CartridgeUsed', why: { openedAt: judged.openedAt, sameTreatment: judged.sameTreatment } }
    case 'recalled':
      return { refusal: 'LotRecalled', why: { recalledAt: judged.recalledAt } }
    case 'expired':
      return { refusal: 'CartridgeExpired', why: { expiresOn: judged.expiresOn, on: event.at.slice(0, 10) } }
    case 'discarded':
      return { refusal: 'CartridgeDiscarded', why: { leftAt: judged.leftAt } }
    case 'notNeedles':
      return { refusal: 'NotACartridge', why: { name: judged.name } }
    case 'severalProducts':
      return { refusal: 'InvalidEvent', field: 'gtin', limit: 'gtin' }
    case 'notInStock':
      if (!event.notFromStock) return { refusal: 'CartridgeNotInStock' }
  }
  const piece = { gtin: judged.gtin, lot: judged.lot, unit: judged.unit }
  const known = judged.answer === 'accepted' ? judged.expiresOn : expiresOn
  const isNew = await insertCartridge(tx, clinicId, { ...piece, expiresOn: known, treatmentId, openedAt: at })
  // The lot is locked, so only a program that does not lock it can have come between.
  return isNew ? undefined : { refusal: 'CartridgeUsed', why: { openedAt: at, sameTreatment: false } }
}
