import { type Caller, may } from '#features/access/index.server.ts'
import type { NotAllowed } from '#features/records/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { addDays, localTime } from '#platform/languages/dates.ts'
import { countNotFromStock, listItems, listLots, listRecalls } from './balance.queries.server.ts'
import { type ItemBalance, lotState, soonDays } from './balance.ts'

const dayMs = 86_400_000

/** `notFromStock`: openings of the last 30 days that no receipt knows. `recalls`: those of lots that were never received. */
export type Stock = {
  todayOn: string
  items: ItemBalance[]
  notFromStock: number
  recalls: { recallId: string; lot: string; recalledAt: number; reason: string }[]
}

/** What is on the shelf, lot by lot, with what must not be used. No patient is named. */
export async function readStock(caller: Caller): Promise<Stock | NotAllowed> {
  const { house, clinic, actor, nowAt } = caller
  if (!may(actor, 'readStock')) return { refusal: 'NotAllowed', action: 'readStock' }
  const { clinicId } = clinic
  return inClinic(house.db, clinicId, async (tx) => {
    const todayOn = localTime(nowAt, 'UTC').on
    const soonOn = addDays(todayOn, soonDays)
    const recalls = await listRecalls(tx, clinicId, nowAt)
    const rows = await listLots(tx, clinicId)
    const lots = rows.map(({ itemId, ...lot }) => {
      const recall = recalls.find(({ gtin, lot: of }) => of === lot.lot && (gtin === '' || gtin === lot.gtin))
      return {
        itemId,
        ...lot,
        recall,
        state: lotState({ ...lot, isRecalled: recall !== undefined }, { todayOn, soonOn }),
      }
    })
    const items = (await listItems(tx, clinicId)).map((item): ItemBalance => {
      const own = lots.filter(({ itemId }) => itemId === item.itemId).map(({ itemId: _, ...lot }) => lot)
      const usable = own
        .filter(({ state }) => state === 'usable' || state === 'soon')
        .reduce((sum, { onShelf }) => sum + onShelf, 0)
      return { ...item, usable, isLow: usable < item.lowBelow, lots: own }
    })
    const known = new Set(lots.map(({ lot }) => lot))
    return {
      todayOn,
      items,
      notFromStock: await countNotFromStock(tx, clinicId, nowAt - 30 * dayMs),
      recalls: recalls.filter(({ lot }) => !known.has(lot)),
    }
  })
}
