import { type Caller, may } from '#features/access/index.server.ts'
import type { NotAllowed } from '#features/records/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { localTime } from '#platform/languages/dates.ts'
import { findRecall } from './cartridge-facts.queries.server.ts'
import { lockLot } from './lock-lot.queries.server.ts'
import { asKept, hasNeedles } from './piece.ts'
import { type ExitKind, insertExits, listPiecesOnShelf } from './shelf.queries.server.ts'

export type ShelfRequest = {
  kind: ExitKind
  gtin: string
  lot: string
  /** Numbers of pieces; 'all' = whatever of the lot is on the shelf. */
  units: readonly string[] | 'all'
  /** Why they are thrown away. */
  reason: string
}

export type ShelfRefusal =
  | NotAllowed
  | { refusal: 'ReasonMissing' }
  /** These are not on the shelf: never received, opened or thrown away before. */
  | { refusal: 'NotOnShelf'; units: string[] }
  /** Needles are opened by a treatment, whose record says whom they served. */
  | { refusal: 'OpenedByTreatmentOnly' }
  | { refusal: 'MustNotBeUsed'; why: 'recalled' | 'expired' }

/** Takes pieces from the shelf without a treatment: thrown away, or a cream or a kit put into use. All of them or none. */
export async function takeFromShelf(caller: Caller, request: ShelfRequest): Promise<{ taken: number } | ShelfRefusal> {
  const { house, clinic, actor, nowAt } = caller
  if (actor.kind !== 'member' || !may(actor, 'keepStock')) return { refusal: 'NotAllowed', action: 'keepStock' }
  const reason = request.reason.trim().slice(0, 500)
  if (request.kind === 'discarded' && reason === '') return { refusal: 'ReasonMissing' }
  const lot = asKept(request.lot)
  const answer = await inClinic(house.db, clinic.clinicId, async (tx): Promise<{ taken: number } | ShelfRefusal> => {
    await lockLot(tx, clinic.clinicId, lot)
    const shelf = await listPiecesOnShelf(tx, clinic.clinicId, request.gtin, lot)
    const asked = request.units === 'all' ? shelf.map(({ unit }) => unit) : [...new Set(request.units.map(asKept))]
    const missing = asked.filter((unit) => !shelf.some((piece) => piece.unit === unit))
    const [first] = shelf
    if (missing.length > 0 || asked.length === 0 || !first) return { refusal: 'NotOnShelf', units: missing }
    if (request.kind === 'opened') {
      if (hasNeedles(first.kind)) return { refusal: 'OpenedByTreatmentOnly' }
      if (await findRecall(tx, clinic.clinicId, { gtin: request.gtin, lot }, nowAt))
        return { refusal: 'MustNotBeUsed', why: 'recalled' }
      if (first.expiresOn < localTime(nowAt, 'UTC').on) return { refusal: 'MustNotBeUsed', why: 'expired' }
    }
    await insertExits(
      tx,
      clinic.clinicId,
      asked.map((unit) => ({ gtin: request.gtin, lot, unit, kind: request.kind, reason })),
      { at: nowAt, by: actor.memberId },
    )
    return { taken: asked.length }
  })
  if ('taken' in answer) house.changed(clinic.clinicId)
  return answer
}
