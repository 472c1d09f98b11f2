import { isGtin } from '@pointille/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTestDatabase, type TestDatabase } from '../../platform/database/test-database.ts'
import { readStock, recallLot, receiveStock } from './index.server.ts'
import type { ReceiptDraft } from './receipt.ts'
import { makersGtin, makeTestStock, startAt, type TestStock } from './test-stock.queries.server.ts'

let database: TestDatabase
let clinics = 0
const newStock = () => makeTestStock(database, `receipts-${++clinics}`)

beforeAll(async () => {
  database = await makeTestDatabase()
})
afterAll(() => database.close())

const tables = ['stock_items', 'stock_lots', 'stock_receipts', 'stock_units'] as const
const counts = (on: TestStock) => Promise.all(tables.map((table) => on.count(table)))

test('pieces without a serial get the next numbers of our own labels, whatever the product', async () => {
  const on = await newStock()
  expect(await on.receive({ count: '3' })).toMatchObject({ units: ['P000001', 'P000002', 'P000003'] })
  const cream = await on.receive({ name: 'Crème', kind: 'topical', lot: 'C1', count: '2' })
  expect(cream.units).toEqual(['P000004', 'P000005'])
})

test('pieces with the maker’s serial keep it, in capitals', async () => {
  const on = await newStock()
  const { units, gtin } = await on.receive({ gtin: makersGtin, serials: '0082\r\n0081 \n\n ab-1\n' })
  expect(units).toEqual(['0081', '0082', 'AB-1'])
  expect(gtin).toBe(makersGtin)
})

test('a product without a GTIN gets a sound one of the house’s own, and no two the same', async () => {
  const on = await newStock()
  const first = await on.receive({ name: 'A' })
  const second = await on.receive({ name: 'B', lot: 'B1' })
  expect([first.gtin, second.gtin].every((gtin) => isGtin(gtin) && gtin.startsWith('02'))).toBe(true)
  expect(first.gtin).not.toBe(second.gtin)
})

test('the same receipt sent twice is received once, also at the same moment', async () => {
  const on = await newStock()
  const draft = on.draft({ count: '4' })
  const answers = await Promise.all([1, 2, 3].map(() => receiveStock(on.caller(), draft)))
  for (const answer of answers) expect(answer).toMatchObject({ receiptId: draft.receiptId, count: 4, labelled: true })
  expect(await counts(on)).toEqual([1, 1, 1, 4])
})

test('receipts at the same moment never give a label twice', async () => {
  const on = await newStock()
  const drafts = Array.from({ length: 6 }, (_, at) => on.draft({ name: `P${at}`, lot: `LOT-${at}`, count: '5' }))
  const answers = await Promise.all(drafts.map((draft) => receiveStock(on.caller(), draft)))
  expect(answers.filter((answer) => 'refusal' in answer)).toEqual([])
  const { rows } = await database.owner.query(
    'select label_number from clinic.stock_units where clinic_id = $1 order by 1',
    [on.clinicId],
  )
  expect(rows.map(({ label_number }) => label_number)).toEqual(Array.from({ length: 30 }, (_, at) => at + 1))
})

describe('what is refused writes nothing', () => {
  test.each<[string, Partial<ReceiptDraft>, string[]]>([
    ['a lot typed otherwise the second time', { lotAgain: 'L2405-8' }, ['lotAgain']],
    ['no lot', { lot: ' ', lotAgain: ' ' }, ['lot']],
    ['a lot that no code can hold', { lot: 'L 24#5' }, ['lot']],
    ['a date that is none', { expiresOn: '2028-06-31' }, ['expiresOn']],
    ['a GTIN with a wrong check digit', { gtin: '10857674002018' }, ['gtin']],
    ['a serial twice', { serials: '0081\n0081' }, ['serials']],
    ['a serial that looks like our own label', { serials: 'P000001' }, ['serials']],
    ['no piece', { count: '0' }, ['count']],
    ['too many', { count: '501' }, ['count']],
    ['half a piece', { count: '1.5' }, ['count']],
    ['no name and no kind', { name: ' ', kind: 'needle' }, ['name', 'kind']],
    ['an id that is none', { itemId: 'x' }, ['itemId']],
  ])('%s', async (_, change, fields) => {
    const on = await newStock()
    expect(await receiveStock(on.caller(), on.draft(change))).toEqual({ refusal: 'InvalidReceipt', fields })
    expect(await counts(on)).toEqual([0, 0, 0, 0])
  })

  test('a lot that has expired', async () => {
    const on = await newStock()
    expect(await receiveStock(on.caller(), on.draft({ expiresOn: '2026-11-23' }))).toMatchObject({
      refusal: 'LotExpired',
    })
    expect(await counts(on)).toEqual([0, 0, 0, 0])
    expect(await receiveStock(on.caller(), on.draft({ expiresOn: '2026-11-24' }))).toMatchObject({ count: 1 })
  })

  test('a recalled lot', async () => {
    const on = await newStock()
    await recallLot(on.caller(), { gtin: '', lot: 'l2405-b', source: 'maker', reason: 'Stérilité' })
    expect(await receiveStock(on.caller(), on.draft())).toMatchObject({ refusal: 'LotRecalled', recalledAt: startAt })
    expect(await counts(on)).toEqual([0, 0, 0, 0])
  })

  test('a lot that is known with another date, a piece that is known, a product that is known', async () => {
    const on = await newStock()
    const { itemId } = await on.receive({ gtin: makersGtin, serials: '0081' })
    const before = await counts(on)
    const again = (change: Partial<ReceiptDraft>) => receiveStock(on.caller(), on.draft({ itemId, ...change }))
    expect(await again({ expiresOn: '2028-07-31' })).toEqual({
      refusal: 'ExpiryDiffers',
      knownExpiresOn: '2028-06-30',
    })
    expect(await again({ serials: '0080\n0081\n0082' })).toEqual({ refusal: 'PiecesKnown', units: ['0081'] })
    expect(await receiveStock(on.caller(), on.draft({ gtin: makersGtin, lot: 'X' }))).toEqual({
      refusal: 'ItemKnown',
      name: 'Cartouche 12 pointes',
    })
    expect(await counts(on)).toEqual(before)
  })

  test('whoever may not keep the stock', async () => {
    const on = await newStock()
    expect(await receiveStock(on.caller({ roles: ['frontDesk'] }), on.draft())).toMatchObject({ refusal: 'NotAllowed' })
    expect(await readStock(on.caller({ roles: ['frontDesk'] }))).toMatchObject({ refusal: 'NotAllowed' })
    expect(await counts(on)).toEqual([0, 0, 0, 0])
  })

  test('a product of another clinic', async () => {
    const [one, other] = [await newStock(), await newStock()]
    const { itemId } = await one.receive()
    expect(await receiveStock(other.caller(), other.draft({ itemId }))).toEqual({ refusal: 'NoSuchItem' })
  })
})
