import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse } from '#platform/house/house.server.ts'
import { findFreeStarts } from './find-free-starts.server.ts'
import { takeHold } from './take-hold.server.ts'
import { makeTestBooking, mondayAt, nothingApplies, type TestBooking } from './test-booking.queries.server.ts'

let booking: TestBooking
beforeAll(async () => {
  booking = await makeTestBooking()
})
afterAll(() => booking.database.close())

const utc = (text: string) => Date.parse(`${text}:00Z`)

describe('a hold', () => {
  test('takes every resource of every phase, keeps the answers apart and lasts ten minutes', async () => {
    const caller = booking.at('demo-be')
    const startAt = utc('2026-11-26T09:00')
    const hold = await booking.hold(caller, { serviceId: 'treatment', startAt })
    expect(hold).toEqual({ holdId: expect.stringMatching(/^[\w-]{22}$/), expiresAt: mondayAt + 600_000 })

    const { rows } = await booking.database.owner.query(
      `select o.position, r.kind, o.phase_kind, to_char(lower(o.during) at time zone 'UTC', 'HH24:MI') as since,
         to_char(upper(o.during) at time zone 'UTC', 'HH24:MI') as until
       from clinic.occupancies o join clinic.resources r using (clinic_id, resource_id)
       join clinic.appointments a using (clinic_id, appointment_id)
       where a.starts_at = $1 order by since, r.kind`,
      [new Date(startAt)],
    )
    expect(rows.map(({ kind, phase_kind, since, until }) => `${kind} ${phase_kind} ${since}-${until}`)).toEqual([
      'room numbing 09:00-09:40',
      'device needling 09:40-10:15',
      'practitioner needling 09:40-10:15',
      'room needling 09:40-10:15',
      'room settling 10:15-10:25',
      'room cleaning 10:25-10:40',
    ])
    const screening = await booking.database.owner.query(
      `select indication, answers, verdict->>'kind' as kind from clinic.screenings join clinic.appointments using (clinic_id, appointment_id) where starts_at = $1`,
      [new Date(startAt)],
    )
    expect(screening.rows).toEqual([{ indication: 'acne-scars', answers: { none: true }, kind: 'allow' }])
  })

  test('stores of its id only the hash', async () => {
    const { holdId } = await booking.hold(booking.at('demo-be'), { startAt: utc('2026-11-26T10:00') })
    const { rows } = await booking.database.owner.query('select t::text as text from house.tokens t')
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.map(({ text }) => text).join()).not.toContain(holdId)
  })

  test('is in the way of the next one, which is told the nearest free starts', async () => {
    const caller = booking.at('demo-be')
    const startAt = utc('2026-11-24T09:00')
    await booking.hold(caller, { startAt })
    const before = await booking.countRows()
    const second = await takeHold(caller, { serviceId: 'solo', startAt, screening: nothingApplies })
    expect(second).toMatchObject({ refusal: 'SlotTaken', reason: 'Taken' })
    const { nearest } = second as Extract<typeof second, { refusal: 'SlotTaken' }>
    expect(nearest.map((start) => `${start.date} ${start.localTime} ${start.practitionerName}`)).toEqual([
      '2026-11-24 09:30 Dr Inès Wauters',
      '2026-11-24 10:30 Dr Inès Wauters',
      '2026-11-24 09:15 Dr Inès Wauters',
      '2026-11-24 10:45 Dr Inès Wauters',
      '2026-11-24 09:00 Dr Inès Wauters',
    ])
    expect(await booking.countRows()).toEqual(before)
  })

  test('that nobody confirmed is no longer in the way once it expired, and its answers are erased', async () => {
    const startAt = utc('2026-11-27T09:00')
    await booking.hold(booking.at('demo-be'), { startAt })
    const later = booking.at('demo-be', { nowAt: mondayAt + 600_000 })
    const search = { serviceId: 'solo', fromOn: '2026-11-27', toOn: '2026-11-27' }
    booking.database.house.cache.clear(undefined)
    const found = await findFreeStarts(later, search)
    expect('days' in found && found.days[0]!.starts.some((start) => start.startAt === startAt)).toBe(true)
    await booking.hold(later, { startAt })
    const { rows } = await booking.database.owner.query(
      `select a.status, count(s.*)::int as answers, (select count(*)::int from clinic.occupancies o where o.appointment_id = a.appointment_id) as uses
       from clinic.appointments a left join clinic.screenings s using (clinic_id, appointment_id)
       where a.starts_at = $1 group by a.appointment_id, a.status order by a.status`,
      [new Date(startAt)],
    )
    expect(rows).toEqual([
      { status: 'held', answers: 1, uses: 3 },
      { status: 'lapsed', answers: 0, uses: 0 },
    ])
  })
})

describe('what the verdict forbids is not held, whoever asks', () => {
  const cases: [string, object, object][] = [
    [
      'refuse: nothing at all',
      { screening: { ...nothingApplies, answers: { CI09: true } }, serviceId: 'consultation' },
      { verdict: 'refuse', rule: 'CI09' },
    ],
    [
      'deferUntil: not before its date',
      { screening: { ...nothingApplies, answers: { CI20: '2026-11-01' } } },
      { verdict: 'deferUntil', rule: 'CI20' },
    ],
    [
      'needsClinician: no treatment',
      { screening: { ...nothingApplies, answers: { CI03: true } } },
      { verdict: 'needsClinician', rule: 'CI03' },
    ],
    [
      'under 18: nothing online',
      { screening: { ...nothingApplies, birthDate: '2012-01-01' } },
      { verdict: 'refuse', rule: 'AGE-18' },
    ],
    [
      'unsure: a consultation first',
      { screening: { ...nothingApplies, indication: 'unsure' } },
      { verdict: 'needsClinician', rule: 'UNSURE' },
    ],
  ]
  test.each(cases)('%s', async (_, request, refusal) => {
    const before = await booking.countRows()
    const answer = await takeHold(booking.at('demo-be'), {
      serviceId: 'solo',
      startAt: utc('2026-11-28T09:00'),
      screening: nothingApplies,
      ...request,
    })
    expect(answer).toMatchObject({ refusal: 'VerdictForbids', ...refusal })
    expect(await booking.countRows()).toEqual(before)
  })

  test('needsClinician lets a consultation through, deferUntil a start on its date', async () => {
    const caller = booking.at('demo-be')
    const careful = { ...nothingApplies, answers: { CI03: true } }
    await booking.hold(caller, {
      serviceId: 'consultation',
      startAt: utc('2026-11-28T09:00'),
      screening: careful,
    })
    const delayed = { ...nothingApplies, answers: { CI20: '2026-11-01' } }
    const refused = await takeHold(caller, { serviceId: 'solo', startAt: utc('2026-11-28T09:00'), screening: delayed })
    const untilOn = (refused as { untilOn: string }).untilOn
    expect(untilOn > '2026-11-28').toBe(true)
    const found = await findFreeStarts(caller, { serviceId: 'solo', fromOn: untilOn, toOn: untilOn })
    expect('days' in found).toBe(true)
    const dayBefore = Date.parse(`${untilOn}T22:30:00Z`) - 86_400_000
    const early = await takeHold(caller, { serviceId: 'solo', startAt: dayBefore, screening: delayed })
    expect(early).toMatchObject({ refusal: 'VerdictForbids', untilOn })
  })

  test('where a first visit is a consultation, a treatment is refused to a newcomer and a consultation is not', async () => {
    const caller = booking.at('demo-fr')
    const before = await booking.countRows()
    const startAt = utc('2026-11-24T09:00')
    const treatment = await takeHold(caller, { serviceId: 'treatment', startAt, screening: nothingApplies })
    expect(treatment).toMatchObject({ refusal: 'VerdictForbids', verdict: 'needsClinician', rule: 'FIRST-VISIT' })
    expect(await booking.countRows()).toEqual(before)
    await booking.hold(caller, { serviceId: 'consultation', startAt })
  })
})

describe('what cannot be is refused and writes nothing', () => {
  const cases: [string, object, object][] = [
    ['an unknown service', { serviceId: 'massage' }, { refusal: 'UnknownService' }],
    ['nobody’s id', { practitionerId: '00000000-0000-4000-8000-000000000000' }, { refusal: 'UnknownPractitioner' }],
    ['a start in the past', { startAt: utc('2026-11-20T09:00') }, { refusal: 'SlotTaken', reason: 'Past' }],
    ['one too soon', { startAt: mondayAt + 60 * 60_000 }, { refusal: 'SlotTaken', reason: 'BeforeNotice' }],
    ['a closed day', { startAt: utc('2026-11-25T09:00') }, { refusal: 'SlotTaken', reason: 'Closed' }],
    ['a minute beside the grid', { startAt: utc('2026-12-01T09:05') }, { refusal: 'SlotTaken', reason: 'NotOnGrid' }],
    ['a far year', { startAt: utc('2031-11-25T09:00') }, { refusal: 'SlotTaken', reason: 'BeyondHorizon' }],
    ['no answers', { screening: undefined }, { refusal: 'InvalidScreening', field: '' }],
    [
      'answers of a machine',
      { screening: { ...nothingApplies, answers: { CI99: true } } },
      { refusal: 'InvalidScreening', field: 'answers.CI99' },
    ],
  ]
  test.each(cases)('%s', async (_, request, refusal) => {
    const before = await booking.countRows()
    const wish = { serviceId: 'solo', startAt: utc('2026-12-01T09:00'), screening: nothingApplies, ...request }
    const answer = await takeHold(booking.at('demo-be'), wish)
    expect(answer).toMatchObject(refusal)
    if ('nearest' in answer) {
      expect(answer.nearest).toHaveLength(5)
      for (const start of answer.nearest) expect(start.startAt).toBeGreaterThanOrEqual(mondayAt + 120 * 60_000)
    }
    expect(await booking.countRows()).toEqual(before)
  })

  test('another clinic’s practitioner', async () => {
    const { rows } = await booking.database.owner.query(
      `select resource_id from clinic.resources where name = 'Dr Paul Morel'`,
    )
    const answer = await takeHold(booking.at('demo-be'), {
      serviceId: 'solo',
      startAt: utc('2026-12-01T09:00'),
      practitionerId: rows[0].resource_id,
      screening: nothingApplies,
    })
    expect(answer).toEqual({ refusal: 'UnknownPractitioner' })
  })
})

describe('many at once', () => {
  test('200 holds on one start from two processes give one hold and 199 times the nearest starts', async () => {
    const other = await openHouse({
      databaseUrl: booking.database.ownerUrl,
      smtpUrl: undefined,
      publicUrl: undefined,
      rateLimit: false,
      secret: undefined,
    })
    try {
      const callers = [booking.at('demo-be'), booking.at('demo-be', { house: other })]
      const request = { serviceId: 'solo', startAt: utc('2026-12-04T10:00'), screening: nothingApplies }
      const answers = await Promise.all(Array.from({ length: 200 }, (_, i) => takeHold(callers[i % 2]!, request)))
      expect(answers.filter((answer) => 'holdId' in answer)).toHaveLength(1)
      const refused = answers.filter((answer) => 'refusal' in answer && answer.refusal === 'SlotTaken')
      expect(refused).toHaveLength(199)
      for (const answer of refused) expect('nearest' in answer && answer.nearest).toHaveLength(5)
      const { rows } = await booking.database.owner.query(
        `select count(*)::int as rows from clinic.appointments where starts_at = $1`,
        [new Date(request.startAt)],
      )
      expect(rows).toEqual([{ rows: 1 }])
    } finally {
      await other.close()
    }
  })

  test('a buffer is kept between neighbours that are taken at the same moment', async () => {
    const { owner } = booking.database
    await owner.query(`update clinic.resources set buffer_after_minutes = 15 where name = 'Dr Inès Wauters'`)
    booking.at('demo-be').house.cache.clear(undefined)
    try {
      const starts = ['09:00', '09:15', '09:30', '09:45', '10:00', '10:15', '10:30', '10:45', '11:00']
      const requests = starts.flatMap((time) => [utc(`2026-12-03T${time}`), utc(`2026-12-03T${time}`)])
      await Promise.all(
        requests.map((startAt) =>
          takeHold(booking.at('demo-be'), { serviceId: 'solo', startAt, screening: nothingApplies }),
        ),
      )
      const { rows } = await owner.query<{ since: number; until: number }>(
        `select extract(epoch from lower(during))::int / 60 as since, extract(epoch from upper(during))::int / 60 as until
         from clinic.occupancies join clinic.resources using (clinic_id, resource_id)
         where name = 'Dr Inès Wauters' and lower(during)::date = '2026-12-03' order by 1`,
      )
      expect(rows.length).toBeGreaterThan(1)
      for (const [i, row] of rows.slice(1).entries()) expect(row.since - rows[i]!.until).toBeGreaterThanOrEqual(15)
    } finally {
      await owner.query(`update clinic.resources set buffer_after_minutes = 0 where name = 'Dr Inès Wauters'`)
      booking.at('demo-be').house.cache.clear(undefined)
    }
  })

  test('two rooms and two pens are shared out until one of them is missing', async () => {
    const request = { serviceId: 'treatment', startAt: utc('2026-12-07T09:00'), screening: nothingApplies }
    const answers = await Promise.all(Array.from({ length: 12 }, () => takeHold(booking.at('demo-be'), request)))
    expect(answers.filter((answer) => 'holdId' in answer)).toHaveLength(2)
  })
})
