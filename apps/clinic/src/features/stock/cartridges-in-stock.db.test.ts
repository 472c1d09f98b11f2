import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectAs, inTenant, refusalOf } from '../../platform/database/test-clinic.ts'
import { makeTestDatabase, type TestDatabase } from '../../platform/database/test-database.ts'
import { checkCartridge, liftRecall, readStock, recallLot, takeFromShelf } from './index.server.ts'
import { asked, makersGtin, makeTestStock, startAt, type TestStock } from './test-stock.queries.server.ts'

/* Promise 2 with the stock beside it, asked of the use case, and tried past it by plain SQL as the application's role. */

let database: TestDatabase
let app: pg.Client
let clinics = 0
const newStock = () => makeTestStock(database, `cartridges-${++clinics}`)

beforeAll(async () => {
  database = await makeTestDatabase()
  app = await connectAs(database.ownerUrl, 'app')
})
afterAll(async () => {
  await app.end()
  await database.close()
})

const hourMs = 3_600_000
const check = (on: TestStock, change: Parameters<typeof asked>[0], at = startAt) =>
  checkCartridge(on.caller({ at }), on.treatmentId, asked(change))

/** Opens past every use case. */
const openBySql = (
  on: TestStock,
  {
    gtin = '',
    lot = 'L2405-B',
    unit = '',
    expiresOn = null as string | null,
    treatmentId = on.treatmentId,
    at = startAt,
  },
) =>
  inTenant(app, on.clinicId, () =>
    app.query(
      'insert into clinic.cartridges (clinic_id, gtin, lot, unit, treatment_id, opened_at, expires_on) values ($1, $2, $3, $4, $5, $6, $7)',
      [on.clinicId, gtin, lot, unit, treatmentId, new Date(at), expiresOn],
    ),
  )
const exits = async (on: TestStock) =>
  (
    await database.owner.query('select unit, kind from clinic.stock_exits where clinic_id = $1 order by unit', [
      on.clinicId,
    ])
  ).rows
const recall = (on: TestStock, change = {}, at = startAt) =>
  recallLot(on.caller({ at }), { gtin: '', lot: 'L2405-B', source: 'maker', reason: 'Emballage', ...change })

describe('a cartridge in stock', () => {
  test('is accepted by its code, by its number typed, and by the number of our label alone', async () => {
    const on = await newStock()
    const { gtin } = await on.receive({ count: '2' })
    const accepted = { answer: 'accepted', gtin, lot: 'L2405-B', unit: 'P000001', expiresOn: '2028-06-30' }
    expect(await check(on, { gtin, unit: 'P000001' })).toEqual(accepted)
    expect(await check(on, { lot: ' l2405-b', unit: 'p000001 ' })).toEqual(accepted)
    expect(await check(on, { lot: '', unit: 'P000001', expiresOn: undefined })).toEqual(accepted)
    expect(await check(on, { lot: '', unit: 'P000009', expiresOn: undefined })).toMatchObject({ answer: 'notInStock' })
  })

  test('leaves the shelf when a treatment opens it, and is told as used ever after', async () => {
    const on = await newStock()
    const { gtin } = await on.receive({ count: '2' })
    await openBySql(on, { unit: 'P000001' })
    expect(await exits(on)).toEqual([{ unit: 'P000001', kind: 'opened' }])
    const { rows } = await database.owner.query(
      'select gtin, from_stock, expires_on::text from clinic.cartridges where clinic_id = $1',
      [on.clinicId],
    )
    // What the hand left out, the stock knew.
    expect(rows).toEqual([{ gtin, from_stock: true, expires_on: '2028-06-30' }])
    const used = { answer: 'used', openedAt: startAt, sameTreatment: true, unit: 'P000001' }
    for (const change of [{ unit: 'P000001' }, { gtin, unit: 'P000001' }, { lot: '', unit: 'P000001' }])
      expect(await check(on, change)).toMatchObject(used)
    const other = await on.addTreatment()
    expect(await refusalOf(openBySql(on, { unit: 'P000001', treatmentId: other }))).toBe('23505')
    expect(await refusalOf(openBySql(on, { gtin, unit: 'P000001', treatmentId: other }))).toBe('23505')
  })

  test('says in which room it was used', async () => {
    const on = await newStock()
    await on.receive()
    await openBySql(on, { unit: 'P000001' })
    await database.owner.query(
      `insert into clinic.occupancies (clinic_id, appointment_id, position, resource_id, phase_kind, during)
       values ($1, $2, 1, $3, 'needling', tstzrange('2026-11-24T08:00Z', '2026-11-24T09:00Z'))`,
      [on.clinicId, on.appointmentId, on.roomId],
    )
    expect(await check(on, { unit: 'P000001' })).toMatchObject({ answer: 'used', room: 'Salle 1' })
  })

  test('of a lot past its date is refused, whatever date its code says', async () => {
    const on = await newStock()
    await on.receive({ expiresOn: '2026-11-30' })
    const lastDay = Date.parse('2026-11-30T23:00:00Z')
    expect(await check(on, { unit: 'P000001' }, lastDay)).toMatchObject({ answer: 'accepted' })
    const late = Date.parse('2026-12-02T09:00:00Z')
    expect(await check(on, { unit: 'P000001', expiresOn: '2029-01-01' }, late)).toMatchObject({
      answer: 'expired',
      expiresOn: '2026-11-30',
      daysAgo: 2,
    })
    expect(await refusalOf(openBySql(on, { unit: 'P000001', at: late, expiresOn: '2029-01-01' }))).toBe('PT410')
    expect(await exits(on)).toEqual([])
  })

  test('that was thrown away stays away', async () => {
    const on = await newStock()
    const { gtin } = await on.receive({ count: '2' })
    const request = { kind: 'discarded', gtin, lot: 'l2405-b', units: ['p000001'], reason: 'Emballage ouvert' } as const
    expect(await takeFromShelf(on.caller(), { ...request, reason: ' ' })).toEqual({ refusal: 'ReasonMissing' })
    expect(await takeFromShelf(on.caller(), request)).toEqual({ taken: 1 })
    expect(await takeFromShelf(on.caller(), { ...request, units: ['P000001', 'P000002'] })).toEqual({
      refusal: 'NotOnShelf',
      units: ['P000001'],
    })
    expect(await check(on, { unit: 'P000001' })).toMatchObject({ answer: 'discarded', leftAt: startAt })
    expect(await refusalOf(openBySql(on, { unit: 'P000001' }))).toBe('PT410')
    expect(await exits(on)).toEqual([{ unit: 'P000001', kind: 'discarded' }])
  })

  test('is not opened without a treatment', async () => {
    const on = await newStock()
    const { gtin } = await on.receive()
    const request = { kind: 'opened', gtin, lot: 'L2405-B', units: 'all', reason: '' } as const
    expect(await takeFromShelf(on.caller(), request)).toEqual({ refusal: 'OpenedByTreatmentOnly' })
    const bySql = inTenant(app, on.clinicId, () =>
      app.query(
        `insert into clinic.stock_exits (clinic_id, gtin, lot, unit, kind, left_at) values ($1, $2, 'L2405-B', 'P000001', 'opened', $3)`,
        [on.clinicId, gtin, new Date(startAt)],
      ),
    )
    expect(await refusalOf(bySql)).toBe('PT403')
  })

  test('of two products with the same lot and number must say which', async () => {
    const on = await newStock()
    await on.receive({ name: 'A', gtin: makersGtin, serials: '7' })
    await on.receive({ name: 'B', serials: '7' })
    expect(await check(on, { unit: '7' })).toMatchObject({ answer: 'severalProducts' })
    expect(await check(on, { unit: '7', gtin: makersGtin })).toMatchObject({ answer: 'accepted', gtin: makersGtin })
    expect(await refusalOf(openBySql(on, { unit: '7' }))).toBe('PT422')
  })
})

describe('a piece without needles', () => {
  test('is no cartridge, and goes into use from the shelf', async () => {
    const on = await newStock()
    const { gtin } = await on.receive({ name: 'Crème', kind: 'topical', lot: 'C1', count: '3' })
    expect(await check(on, { lot: 'C1', unit: 'P000001' })).toMatchObject({ answer: 'notNeedles', name: 'Crème' })
    expect(await refusalOf(openBySql(on, { lot: 'C1', unit: 'P000001' }))).toBe('PT422')
    const request = { kind: 'opened', gtin, lot: 'C1', units: ['P000001'], reason: '' } as const
    expect(await takeFromShelf(on.caller(), request)).toEqual({ taken: 1 })
    await recall(on, { lot: 'C1' }, startAt + hourMs)
    const later = on.caller({ at: startAt + 2 * hourMs })
    expect(await takeFromShelf(later, { ...request, units: ['P000002'] })).toEqual({
      refusal: 'MustNotBeUsed',
      why: 'recalled',
    })
    expect(await takeFromShelf(later, { ...request, kind: 'discarded', units: 'all', reason: 'Rappel' })).toEqual({
      taken: 2,
    })
  })
})

describe('a cartridge that was never received', () => {
  test('is not in stock; opened all the same, it is marked so and takes nothing from the shelf', async () => {
    const on = await newStock()
    expect(await check(on, { unit: '0081' })).toMatchObject({ answer: 'notInStock' })
    expect(await check(on, { unit: '0081', expiresOn: '2026-11-23' })).toMatchObject({ answer: 'expired', daysAgo: 1 })
    await openBySql(on, { unit: '0081' })
    const { rows } = await database.owner.query('select from_stock from clinic.cartridges where clinic_id = $1', [
      on.clinicId,
    ])
    expect(rows).toEqual([{ from_stock: false }])
    expect(await exits(on)).toEqual([])
    expect(await readStock(on.caller())).toMatchObject({ notFromStock: 1 })
    expect(await refusalOf(openBySql(on, { unit: '0082', expiresOn: '2026-11-23' }))).toBe('PT410')
  })
})

describe('a recalled lot', () => {
  test('is opened by nobody from that instant on: in stock or not, by use case or by SQL', async () => {
    const on = await newStock()
    await on.receive({ count: '3' })
    await openBySql(on, { unit: 'P000001' })
    expect(await recall(on, {}, startAt + hourMs)).toMatchObject({
      lot: 'L2405-B',
      onShelf: 2,
      treatments: 1,
      underWay: 1,
    })
    const later = startAt + 2 * hourMs
    expect(await check(on, { unit: 'P000002' }, later)).toMatchObject({
      answer: 'recalled',
      recalledAt: startAt + hourMs,
      source: 'maker',
      onShelf: 1,
    })
    expect(await check(on, { unit: '0099' }, later)).toMatchObject({ answer: 'recalled', onShelf: 2 })
    expect(await refusalOf(openBySql(on, { unit: 'P000002', at: later }))).toBe('PT410')
    expect(await refusalOf(openBySql(on, { unit: '0099', at: later }))).toBe('PT410')
    // A tablet without a network opened this one before the recall; that cannot be undone by not writing it.
    expect(await refusalOf(openBySql(on, { unit: 'P000003', at: startAt }))).toBe('allowed')
  })

  test('of one maker leaves another maker’s lot of the same name alone', async () => {
    const on = await newStock()
    await on.receive({ name: 'A', gtin: makersGtin, serials: '1' })
    const other = await on.receive({ name: 'B', serials: '2' })
    await recall(on, { gtin: makersGtin })
    expect(await check(on, { gtin: makersGtin, unit: '1' })).toMatchObject({ answer: 'recalled' })
    expect(await check(on, { gtin: other.gtin, unit: '2' })).toMatchObject({ answer: 'accepted' })
  })

  test('is recalled once; lifted, with a reason, it may be used again, and the log names who', async () => {
    const on = await newStock()
    await on.receive()
    const first = await recall(on)
    if (!('recallId' in first)) throw new Error(first.refusal)
    expect(await recall(on)).toEqual({ refusal: 'RecalledAlready', recalledAt: startAt })
    const lift = { recallId: first.recallId, reason: 'Faute de frappe' }
    const later = startAt + hourMs
    expect(await liftRecall(on.caller({ at: later }), lift)).toMatchObject({ refusal: 'NotAllowed' })
    const owner = on.caller({ roles: ['owner'], at: later })
    expect(await liftRecall(owner, { ...lift, reason: ' ' })).toEqual({ refusal: 'ReasonMissing' })
    expect(await liftRecall(owner, lift)).toEqual({ lifted: true })
    expect(await liftRecall(owner, lift)).toEqual({ refusal: 'NoSuchRecall' })
    expect(await check(on, { unit: 'P000001' }, later)).toMatchObject({ answer: 'accepted' })
    const { rows } = await database.owner.query(
      `select action, detail from clinic.audit_log where clinic_id = $1 and action like '%ecall%' order by at`,
      [on.clinicId],
    )
    expect(rows).toEqual([
      { action: 'recallLot', detail: 'lot L2405-B, opened in 0 treatments' },
      { action: 'liftRecall', detail: 'lot L2405-B' },
    ])
    const again = inTenant(app, on.clinicId, () =>
      app.query('update clinic.lot_recalls set lifted_at = null, lifted_by = null, lift_reason = null'),
    )
    expect(await refusalOf(again)).toBe('PT405')
  })

  test.each([
    ['a lot', { lot: ' ' }, 'LotMissing'],
    ['who says so', { source: 'rumour' }, 'SourceMissing'],
    ['a reason', { reason: '' }, 'ReasonMissing'],
  ])('needs %s', async (_, change, refusal) => {
    const on = await newStock()
    expect(await recall(on, change)).toEqual({ refusal })
    expect(await on.count('lot_recalls')).toBe(0)
  })
})

test('what came in and what left is never rewritten', async () => {
  const on = await newStock()
  await on.receive()
  for (const attempt of [
    'update clinic.stock_units set unit = unit',
    'delete from clinic.stock_units',
    'update clinic.stock_exits set reason = reason',
    'delete from clinic.stock_exits',
    'delete from clinic.lot_recalls',
    'update clinic.lot_recalls set lot = lot',
    'update clinic.stock_receipts set lot = lot',
  ])
    expect(await refusalOf(inTenant(app, on.clinicId, () => app.query(attempt))), attempt).toBe('42501')
})

test('asking writes one line of the access log, of the patient in front, and opens nothing', async () => {
  const on = await newStock()
  await on.receive()
  await check(on, { unit: 'P000001' })
  const { rows } = await database.owner.query(
    'select action, patient_id, outcome, detail from clinic.audit_log where clinic_id = $1',
    [on.clinicId],
  )
  expect(rows).toEqual([
    {
      action: 'runTreatment',
      patient_id: on.patientId,
      outcome: 'allowed',
      detail: `cartridge asked for, treatment ${on.treatmentId}`,
    },
  ])
  expect(await on.count('cartridges')).toBe(0)
  const stranger = on.caller({ roles: ['frontDesk'] })
  expect(await checkCartridge(stranger, on.treatmentId, asked({ unit: 'P000001' }))).toMatchObject({
    refusal: 'NotAllowed',
  })
  expect(await checkCartridge(on.caller(), '00000000-0000-4000-8000-000000000000', asked({}))).toEqual({
    refusal: 'NoSuchTreatment',
  })
})
