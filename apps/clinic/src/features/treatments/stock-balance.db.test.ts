import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readStock, recallLot, receiveStock, takeFromShelf } from '#features/stock/index.server.ts'
import { makeTestDatabase, type TestDatabase } from '../../platform/database/test-database.ts'
import { appendEvents, openTreatment } from './index.server.ts'
import { makeTestTreatment, type Step, stepsToConsent, type TestTreatment } from './test-treatment.queries.server.ts'

let database: TestDatabase
let clinics = 0

beforeAll(async () => {
  database = await makeTestDatabase()
})
afterAll(() => database.close())

const prepared = [...stepsToConsent(), { kind: 'numbingSkipped' }, { kind: 'disinfected' }] as Step[]

/** A treatment that is ready for its cartridge. */
async function openReady(on: TestTreatment): Promise<string> {
  const { appointmentId } = await on.addArrival()
  const opened = await openTreatment(on.caller(), appointmentId)
  if (!('treatmentId' in opened)) throw new Error(opened.refusal)
  const events = prepared.map((step) => on.event(step))
  await appendEvents(on.caller(), opened.treatmentId, events)
  return opened.treatmentId
}

async function receive(on: TestTreatment, lot: string, count: number): Promise<void> {
  const known = await readStock(on.caller())
  const itemId = 'items' in known ? (known.items[0]?.itemId ?? '') : ''
  const answer = await receiveStock(on.caller(), {
    receiptId: randomUUID(),
    itemId,
    name: 'Cartouche',
    kind: 'cartridge',
    gtin: '',
    hibc: '',
    lowBelow: '5',
    lot,
    lotAgain: lot,
    expiresOn: '2027-06-30',
    serials: '',
    count: String(count),
  })
  if ('refusal' in answer && answer.refusal !== 'LotRecalled') throw new Error(answer.refusal)
}

/** Opens a piece for a treatment, as a tablet says it; returns the answer's name. */
async function open(on: TestTreatment, treatmentId: string, lot: string, unit: string, more: object = {}) {
  const event = on.event({ kind: 'cartridgeOpened', lot, unit, expiresOn: '2027-06-30', ...more })
  const answer = await appendEvents(on.caller(), treatmentId, [event])
  if ('refusal' in answer) throw new Error(answer.refusal)
  const [given] = answer.answers
  return given!.acknowledged ? 'opened' : given!.refusal
}

test('a tablet that names a piece of the stock opens it; one that names an unknown piece must have typed it twice', async () => {
  const on = await makeTestTreatment(database, `balance-${++clinics}`)
  await receive(on, 'L1', 2)
  const treatmentId = await openReady(on)
  expect(await open(on, treatmentId, 'l1', ' p000001')).toBe('opened')
  expect(await open(on, treatmentId, 'L1', 'P000001')).toBe('CartridgeUsed')
  expect(await open(on, treatmentId, 'L9', '0081')).toBe('CartridgeNotInStock')
  expect(await open(on, treatmentId, 'L9', '0081', { notFromStock: true })).toBe('opened')
  const gtin = '10857674002017'
  expect(await open(on, treatmentId, 'L1', 'P000002', { gtin })).toBe('CartridgeNotInStock')
  await recallLot(on.caller(), { gtin: '', lot: 'L1', source: 'authority', reason: 'Rappel' })
  expect(await open(on, treatmentId, 'L1', 'P000002')).toBe('LotRecalled')
  expect(await open(on, treatmentId, 'L1', 'P000002', { notFromStock: true })).toBe('LotRecalled')
})

test('stock balances with treatments: received less opened less discarded is what stands on the shelf, lot by lot', {
  timeout: 120_000,
}, async () => {
  const move = fc.record({
    act: fc.constantFrom('receive', 'open', 'open', 'open', 'openUnknown', 'discard', 'recall'),
    lot: fc.constantFrom('L1', 'L2', 'L3'),
    number: fc.integer({ min: 1, max: 10 }),
  })
  let opened = 0
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 10, maxLength: 30 }), async (moves) => {
      const on = await makeTestTreatment(database, `balance-${++clinics}`)
      const { clinicId } = on
      const treatments = [await openReady(on), await openReady(on)]
      for (const lot of ['L1', 'L2', 'L3']) await receive(on, lot, 3)
      for (const [at, { act, lot, number }] of moves.entries()) {
        const unit = `P${String(number).padStart(6, '0')}`
        const treatmentId = treatments[at % 2]!
        const stock = await readStock(on.caller())
        const gtin = 'items' in stock ? stock.items[0]!.gtin : ''
        if (act === 'receive') await receive(on, lot, 1 + (number % 3))
        else if (act === 'open') await open(on, treatmentId, lot, unit)
        else if (act === 'openUnknown') await open(on, treatmentId, lot, `X${number}`, { notFromStock: true })
        else if (act === 'discard')
          await takeFromShelf(on.caller(), { kind: 'discarded', gtin, lot, units: [unit], reason: 'tombée' })
        else if (number > 8) await recallLot(on.caller(), { gtin: '', lot, source: 'maker', reason: 'r' })
      }
      const stock = await readStock(on.caller())
      if ('refusal' in stock) throw new Error(stock.refusal)
      for (const lot of stock.items.flatMap(({ lots }) => lots))
        expect(lot.received - lot.opened - lot.discarded, lot.lot).toBe(lot.onShelf)

      // What the treatments say was opened, the stock says too; and nobody opened anything twice.
      const { rows } = await database.owner.query<{ lot: string; unit: string; not_from_stock: boolean }>(
        `select b ->> 'lot' as lot, b ->> 'unit' as unit, b ? 'notFromStock' as not_from_stock
         from clinic.treatment_events e, lateral (select convert_from(e.canonical, 'UTF8')::jsonb as b) t
         where e.clinic_id = $1 and e.kind = 'cartridgeOpened'`,
        [clinicId],
      )
      expect(new Set(rows.map(({ lot, unit }) => `${lot} ${unit}`)).size).toBe(rows.length)
      const known = rows.filter(({ not_from_stock }) => !not_from_stock)
      const told = stock.items.flatMap(({ lots }) => lots).reduce((sum, lot) => sum + lot.opened, 0)
      expect(told).toBe(known.length)
      expect(stock.notFromStock).toBe(rows.length - known.length)
      opened += told
    }),
    { numRuns: 25 },
  )
  expect(opened).toBeGreaterThan(20)
})
