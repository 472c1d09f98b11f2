import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findFreeStarts } from './find-free-starts.server.ts'
import { listServices } from './list-services.server.ts'
import { takeHold } from './take-hold.server.ts'
import { makeTestBooking, mondayAt, nothingApplies, type TestBooking } from './test-booking.queries.server.ts'

let booking: TestBooking
beforeAll(async () => {
  booking = await makeTestBooking()
})
afterAll(() => booking.database.close())

const utc = (text: string) => Date.parse(`${text}:00Z`)

async function search(fromOn: string, toOn = fromOn, serviceId = 'solo') {
  const found = await findFreeStarts(booking.at('demo-be'), { serviceId, fromOn, toOn })
  if ('refusal' in found) throw new Error(found.refusal)
  return found.days
}

test('services say their length, what they take and who does them, in the caller’s language', async () => {
  const services = await listServices(booking.at('demo-be', { language: 'en' }))
  expect(
    services.map(({ serviceId, name, minutes, patientMinutes }) => [serviceId, name, minutes, patientMinutes]),
  ).toEqual([
    ['consultation', 'Service consultation', 30, 30],
    ['solo', 'Service solo', 30, 20],
    ['treatment', 'Service treatment', 100, 85],
  ])
  expect(services[1]!.practitioners.map(({ name }) => name)).toEqual(['Dr Inès Wauters'])
})

test('a day offers the starts at which the whole visit fits into the opening hours', async () => {
  const [day] = await search('2026-11-24')
  const times = day!.starts.map(({ localTime }) => localTime)
  expect([times[0], times.at(-1), times.includes('12:00'), times.includes('12:15')]).toEqual([
    '09:00',
    '18:00',
    true,
    false,
  ])
  expect(day!.starts[0]).toMatchObject({ startAt: utc('2026-11-24T08:00'), practitionerName: 'Dr Inès Wauters' })
})

test('a day without a start says why: closed, holiday, leave, before the notice, past, beyond the horizon', async () => {
  const { owner, house } = booking.database
  await owner.query(
    `insert into clinic.closures (clinic_id, closed_on, kind) select clinic_id, '2026-12-25', 'holiday' from house.clinics where slug = 'demo-be'`,
  )
  await owner.query(
    `insert into clinic.absences (clinic_id, resource_id, during)
     select clinic_id, resource_id, '[2026-12-28 00:00+01, 2026-12-29 00:00+01)' from clinic.resources where name = 'Dr Inès Wauters'`,
  )
  house.cache.clear(undefined)
  const reasons = async (...args: Parameters<typeof search>) => (await search(...args)).map(({ reason }) => reason)
  expect(await reasons('2026-11-25')).toEqual(['closed'])
  expect(await reasons('2026-12-24', '2026-12-28')).toEqual([undefined, 'holiday', undefined, 'closed', 'leave'])
  expect(await reasons('2026-11-20')).toEqual(['past'])
  expect(await reasons('2027-12-02')).toEqual(['beyondHorizon'])
  const evening = booking.at('demo-be', { nowAt: utc('2026-11-26T16:00') })
  house.cache.clear(undefined)
  const late = await findFreeStarts(evening, { serviceId: 'solo', fromOn: '2026-11-26', toOn: '2026-11-26' })
  expect('days' in late && late.days[0]).toEqual({ date: '2026-11-26', starts: [], reason: 'beforeNotice' })
  house.cache.clear(undefined)
})

test('what somebody holds is gone from the next search, in this process and at once', async () => {
  const startAt = utc('2026-12-01T13:00')
  const isFree = async () => (await search('2026-12-01'))[0]!.starts.some((start) => start.startAt === startAt)
  expect(await isFree()).toBe(true)
  await booking.hold(booking.at('demo-be'), { startAt })
  expect(await isFree()).toBe(false)
})

test('more than 62 days, or none, are refused', async () => {
  const ask = (fromOn: string, toOn: string) =>
    findFreeStarts(booking.at('demo-be'), { serviceId: 'solo', fromOn, toOn })
  expect(await ask('2026-12-01', '2027-02-01')).toEqual({ refusal: 'SpanTooLong', limitDays: 62 })
  expect(await ask('2026-12-02', '2026-12-01')).toEqual({ refusal: 'SpanTooLong', limitDays: 62 })
  const most = await ask('2026-12-01', '2027-01-31')
  expect('days' in most && most.days).toHaveLength(62)
})

describe('on the nights on which the clock changes', () => {
  beforeAll(async () => {
    await booking.database.owner.query(
      `insert into clinic.opening_hours (clinic_id, weekday, opens, closes) select clinic_id, 7, '00:00', '24:00' from house.clinics where slug = 'demo-be'`,
    )
    booking.database.house.cache.clear(undefined)
  })

  test('the hour that does not exist is not offered, and cannot be held under any name', async () => {
    const [day] = await search('2027-03-28')
    const times = day!.starts.map(({ localTime }) => localTime)
    expect(times.filter((time) => time.startsWith('02'))).toEqual([])
    expect(times.slice(times.indexOf('01:45'), times.indexOf('01:45') + 2)).toEqual(['01:45', '03:00'])
    const jump = day!.starts.find(({ localTime }) => localTime === '03:00')
    expect(jump!.startAt).toBe(utc('2027-03-28T01:00'))
    await booking.hold(booking.at('demo-be'), { startAt: utc('2027-03-28T00:45') })
    // 01:45 before the jump lasts 30 real minutes: the next start of the same room is 03:15.
    const next = (await search('2027-03-28'))[0]!.starts.find(({ startAt }) => startAt > utc('2027-03-28T00:45'))
    expect(next).toMatchObject({ localTime: '03:15', startAt: utc('2027-03-28T01:15') })
  })

  test('the doubled hour is offered twice, and each of both can be held as itself', async () => {
    const caller = booking.at('demo-be', { nowAt: utc('2027-10-01T08:00') })
    booking.database.house.cache.clear(undefined)
    const found = await findFreeStarts(caller, { serviceId: 'solo', fromOn: '2027-10-31', toOn: '2027-10-31' })
    const twice = 'days' in found ? found.days[0]!.starts.filter(({ localTime }) => localTime === '02:30') : []
    expect(twice.map(({ startAt }) => startAt)).toEqual([utc('2027-10-31T00:30'), utc('2027-10-31T01:30')])
    for (const { startAt } of twice) await booking.hold(caller, { startAt })
    const third = await takeHold(caller, { serviceId: 'solo', startAt: twice[0]!.startAt, screening: nothingApplies })
    expect(third).toMatchObject({ refusal: 'SlotTaken', reason: 'Taken' })
    expect(mondayAt).toBeLessThan(caller.nowAt)
  })
})
