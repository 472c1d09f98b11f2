import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freeStarts } from './free-starts.ts'
import { candidatesAt, type Placement, placeAt, practitionersAt } from './place.ts'
import type { BookingQuestion, Occupancy, OpenRange, Phase, Resource, ResourceKind, WeeklyHours } from './question.ts'

// The same answers found the slow way: every minute of the day is read off Intl's clock, and for every start each single
// minute of the appointment is held against the rules as they are worded. Nothing here uses the package's arithmetic.

const MINUTE = 60_000
const HOUR = 60 * MINUTE

type Wall = { date: string; minute: number; isoWeekday: number }
const clocks = new Map<string, Intl.DateTimeFormat>()
const readings = new Map<string, Wall>()

function wallOf(timeZone: string, at: number): Wall {
  const key = `${timeZone} ${at}`
  const known = readings.get(key)
  if (known !== undefined) return known
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' })
  clocks.set(timeZone, clock)
  const [date = '', time = ''] = clock.format(at).split(' ')
  const wall = {
    date,
    minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)),
    isoWeekday: ((Math.round(Date.parse(date) / (24 * HOUR)) + 3) % 7) + 1,
  }
  readings.set(key, wall)
  return wall
}

function contains(ranges: readonly OpenRange[] | undefined, minute: number): boolean {
  const text = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  return (ranges ?? []).some(({ opens, closes }) => opens <= text && text < closes)
}

function clinicIsOpen({ hours }: BookingQuestion, { date, minute, isoWeekday }: Wall): boolean {
  const exceptions = hours.exceptions.filter((each) => each.on === date)
  if (exceptions.some((each) => each.kind === 'closed')) return false
  const opened = exceptions.filter((each) => each.kind === 'open')
  if (opened.length > 0) return opened.some((each) => contains(each.hours ?? hours.weekly[isoWeekday], minute))
  return exceptions.length === 0 && contains(hours.weekly[isoWeekday], minute)
}

function minutesUsed(phases: readonly Phase[], kind: ResourceKind | undefined, startAt: number): number[] {
  const kinds = phases.flatMap((phase) => Array.from({ length: phase.minutes }, () => phase.resources))
  return kinds.flatMap((resources, index) =>
    kind === undefined || resources.includes(kind) ? [startAt + index * MINUTE] : [],
  )
}

function isAtWork({ hours }: BookingQuestion, { weekly, absences }: Resource, at: number): boolean {
  const { minute, isoWeekday } = wallOf(hours.timeZone, at)
  if (weekly !== undefined && !contains(weekly[isoWeekday], minute)) return false
  return absences.every(({ startAt, endAt }) => at + MINUTE <= startAt || at >= endAt)
}

function isFree(resource: Resource, at: number, occupancies: readonly Occupancy[]): boolean {
  const gap = Math.max(resource.bufferAfterMinutes, resource.bufferBeforeMinutes) * MINUTE
  return occupancies
    .filter(({ resourceId }) => resourceId === resource.id)
    .every(({ startAt, endAt }) => startAt - (at + MINUTE) >= gap || at - endAt >= gap)
}

/** What the rules say of one instant: who could fill each role there, or how far it got. */
function judge(question: BookingQuestion, at: number) {
  const { hours, phases, stepMinutes, resources, occupancies, practitionerId } = question
  const onGrid = wallOf(hours.timeZone, at).minute % stepMinutes === 0
  const open =
    onGrid && minutesUsed(phases, undefined, at).every((each) => clinicIsOpen(question, wallOf(hours.timeZone, each)))
  const kinds = new Set(phases.flatMap((phase) => phase.resources))
  const roles = [...kinds].map((kind) => {
    const all = resources
      .filter((each) => each.kind === kind)
      .filter(({ id }) => kind !== 'practitioner' || practitionerId === undefined || id === practitionerId)
    const used = open ? minutesUsed(phases, kind, at) : []
    const present = all.filter((each) => used.every((minute) => isAtWork(question, each, minute)))
    const free = present.filter((each) => used.every((minute) => isFree(each, minute, occupancies)))
    return { kind, all, present, free }
  })
  return {
    at,
    onGrid,
    open,
    roles,
    present: open && roles.every((role) => role.present.length > 0),
    free: open && roles.every((role) => role.free.length > 0),
    past: at < question.nowAt,
    early: at < question.nowAt + question.noticeMinutes * MINUTE,
  }
}

function judgeDay(question: BookingQuestion, on: string) {
  const { timeZone, exceptions } = question.hours
  const instants: number[] = []
  for (let at = Date.parse(on) - 16 * HOUR; at < Date.parse(on) + 40 * HOUR; at += MINUTE) {
    if (wallOf(timeZone, at).date === on) instants.push(at)
  }
  const verdicts = instants.map((at) => judge(question, at))
  const today = wallOf(timeZone, Math.floor(question.nowAt / MINUTE) * MINUTE).date
  const daysAhead = (Date.parse(on) - Date.parse(today)) / (24 * HOUR)
  const ofDay = exceptions.filter((each) => each.on === on).map((each) => each.kind)
  const isHoliday = ofDay.includes('holiday') && ofDay.every((kind) => kind === 'holiday')
  const ahead = verdicts.filter((each) => !each.past)
  const later = verdicts.filter((each) => !each.early)
  const reason =
    ahead.length === 0
      ? 'past'
      : daysAhead > question.horizonDays
        ? 'beyondHorizon'
        : !verdicts.some((each) => each.open)
          ? isHoliday
            ? 'holiday'
            : 'closed'
          : !ahead.some((each) => each.open)
            ? 'past'
            : verdicts[0]!.roles.some((role) => role.all.length === 0)
              ? 'noResource'
              : !ahead.some((each) => each.present)
                ? 'leave'
                : !later.some((each) => each.present)
                  ? 'beforeNotice'
                  : !later.some((each) => each.free)
                    ? 'full'
                    : undefined
  return { verdicts, reason, starts: reason === undefined ? later.filter((each) => each.free) : [] }
}

const days: [string, string][] = [
  ['Europe/Brussels', '2027-03-28'],
  ['Europe/Brussels', '2026-10-25'],
  ['Europe/Brussels', '2026-11-24'],
  ['America/New_York', '2026-11-01'],
  ['America/New_York', '2027-03-14'],
  ['America/St_Johns', '2026-11-01'],
  ['America/Havana', '2026-11-01'],
  ['America/Havana', '2027-03-14'],
  // Until 2011 this clock went back at 00:01, so a minute of Sunday came before the last hour of Saturday.
  ['America/St_Johns', '2010-11-06'],
  ['America/St_Johns', '2010-11-07'],
  ['Australia/Lord_Howe', '2027-04-04'],
]
const int = (min: number, max: number) => fc.integer({ min, max })
const clockTime = (quarter: number) =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`
const range = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ opens: '00:00', closes: '24:00' }) },
  { weight: 3, arbitrary: fc.tuple(int(0, 16), int(8, 80)).map(([from, long]) => spanOf(from, long)) },
  { weight: 1, arbitrary: fc.tuple(int(0, 95), int(1, 40)).map(([from, long]) => spanOf(from, long)) },
)
const spanOf = (from: number, long: number) => ({
  opens: clockTime(from),
  closes: clockTime(Math.min(96, from + long)),
})
const ranges = fc.array(range, { minLength: 1, maxLength: 2 })
const week = fc
  .tuple(ranges, ranges, fc.boolean())
  .map(([most, sunday, sundayToo]): WeeklyHours => ({ 1: most, 2: most, 6: most, 7: sundayToo ? sunday : most }))
const allPhases: Phase['kind'][] = ['consultation', 'numbing', 'needling', 'prp', 'settling', 'cleaning']
const phase = fc.record({
  kind: fc.constantFrom(...allPhases),
  minutes: int(1, 50),
  resources: fc.uniqueArray(fc.constantFrom<ResourceKind>('practitioner', 'room', 'device'), { maxLength: 3 }),
  patient: fc.boolean(),
})

/** A random diary around noon UTC of its day, whose zone's clock may change that very day. */
const diary = fc.constantFrom(...days).chain(([timeZone, on]) => {
  const noon = Date.parse(on) + 12 * HOUR
  const interval = fc.tuple(int(-24 * 60, 16 * 60), int(1, 500), int(0, 59_999)).map(([from, long, odd]) => ({
    startAt: noon + from * MINUTE + odd,
    endAt: noon + (from + long) * MINUTE + odd * 2,
  }))
  const resource = (kind: ResourceKind, index: number) =>
    fc.record(
      {
        id: fc.constant(`${kind}-${index}`),
        kind: fc.constant(kind),
        bufferBeforeMinutes: int(0, 20),
        bufferAfterMinutes: int(0, 20),
        absences: fc.array(interval, { maxLength: 2 }),
        weekly: fc.oneof({ weight: 1, arbitrary: week }, { weight: 2, arbitrary: fc.constant(undefined) }),
      },
      { requiredKeys: ['id', 'kind', 'bufferBeforeMinutes', 'bufferAfterMinutes', 'absences'] },
    )
  const staff = (kind: ResourceKind) =>
    fc
      .oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 20, arbitrary: int(1, 3) })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => resource(kind, index))))
  const exception = fc.record({
    on: fc.constant(on),
    kind: fc.constantFrom<'open' | 'closed' | 'holiday'>('open', 'open', 'closed', 'holiday'),
    hours: fc.option(ranges, { nil: undefined }),
  })
  const question = fc.record({
    hours: fc.record({
      timeZone: fc.constant(timeZone),
      weekly: week,
      exceptions: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(exception) }),
    }),
    phases: fc.array(phase, { minLength: 1, maxLength: 4 }),
    resources: fc.tuple(staff('practitioner'), staff('room'), staff('device')).map((lists) => lists.flat()),
    occupancies: fc
      .array(fc.tuple(fc.constantFrom('practitioner-0', 'practitioner-1', 'room-0', 'room-1', 'device-0'), interval), {
        maxLength: 12,
      })
      .map((list) => list.map(([resourceId, when]): Occupancy => ({ resourceId, ...when }))),
    nowAt: int(-50 * 60 * MINUTE, 12 * 60 * MINUTE).map((ms) => noon + ms),
    noticeMinutes: fc.constantFrom(0, 0, 60, 1500),
    horizonDays: fc.constantFrom(1, 2, 30),
    stepMinutes: fc.constantFrom(7, 10, 15, 25, 30, 60),
    practitionerId: fc.oneof(
      { weight: 5, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constant('practitioner-1') },
    ),
  })
  return question.map((asked): { on: string; asked: BookingQuestion } => ({ on, asked }))
})

test('the starts and the reason are those of a search that goes minute by minute', () => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(diary, ({ on, asked }) => {
      const expected = judgeDay(asked, on)
      const [day] = freeStarts({ ...asked, fromOn: on, toOn: on })
      expect(day!.reason).toBe(expected.reason)
      expect(day!.starts.map((start) => start.startAt)).toEqual(expected.starts.map((each) => each.at))
      for (const [index, start] of day!.starts.entries()) {
        const { minute } = wallOf(asked.hours.timeZone, start.startAt)
        expect(Number(start.localTime.slice(0, 2)) * 60 + Number(start.localTime.slice(3))).toBe(minute)
        for (const { kind, free } of expected.starts[index]!.roles) {
          expect(free.map(({ id }) => id)).toContain(start.resources[kind])
        }
      }
      seen.set(expected.reason ?? 'starts', (seen.get(expected.reason ?? 'starts') ?? 0) + 1)
    }),
    { numRuns: 200 },
  )
  // The diaries must not be so hard, or so easy, that the comparison says nothing.
  expect(seen.get('starts')).toBeGreaterThan(50)
  expect(seen.size).toBeGreaterThan(5)
}, 60_000)

test('placing accepts exactly the starts that are listed, with the same resources, and lists every combination', () => {
  fc.assert(
    fc.property(diary, fc.array(fc.nat(), { minLength: 6, maxLength: 6 }), ({ on, asked }, picks) => {
      const { verdicts, starts } = judgeDay(asked, on)
      const [day] = freeStarts({ ...asked, fromOn: on, toOn: on })
      const onGrid = verdicts.filter((each) => each.onGrid)
      const tried = [verdicts, onGrid, starts].flatMap((list) =>
        picks.slice(0, 2 + 4 * Number(list !== verdicts)).map((pick) => list[pick % list.length]),
      )
      for (const each of tried.filter((one) => one !== undefined)) {
        const listed = day!.starts.find((start) => start.startAt === each.at)
        const placed = placeAt(each.at, asked)
        if (listed === undefined) {
          expect(placed).toHaveProperty('refusal')
          expect(placed).toEqual(candidatesAt(each.at, asked))
          if (!each.onGrid) expect(placed).toEqual({ refusal: 'NotOnGrid' })
          continue
        }
        expect(placed).toMatchObject({ startAt: each.at, resources: listed.resources })
        const all = candidatesAt(each.at, asked) as Placement[]
        expect(all[0]).toEqual(placed)
        expect(new Set(all.map(({ resources }) => JSON.stringify(resources))).size).toBe(all.length)
        expect(all).toHaveLength(each.roles.reduce((product, role) => product * role.free.length, 1))
        for (const { resources, occupancies } of all) {
          for (const { kind, free } of each.roles) {
            expect(free.map(({ id }) => id)).toContain(resources[kind])
            const own = occupancies.filter((one) => one.kind === kind)
            const minutes = own.flatMap((one) => minutesBetween(one.startAt, one.endAt))
            expect(minutes).toEqual(minutesUsed(asked.phases, kind, each.at))
          }
        }
        const free = each.roles.find((role) => role.kind === 'practitioner')?.free ?? []
        expect(practitionersAt(each.at, asked).toSorted()).toEqual(free.map(({ id }) => id).toSorted())
      }
    }),
    { numRuns: 80 },
  )
}, 60_000)

test('a day is the same alone and as one of many', () => {
  fc.assert(
    fc.property(diary, ({ on, asked }) => {
      const around = [-1, 0, 1].map((shift) => new Date(Date.parse(on) + shift * 24 * HOUR).toISOString().slice(0, 10))
      const alone = around.flatMap((date) => freeStarts({ ...asked, fromOn: date, toOn: date }))
      expect(freeStarts({ ...asked, fromOn: around[0]!, toOn: around[2]! })).toEqual(alone)
    }),
    { numRuns: 200 },
  )
})

function minutesBetween(startAt: number, endAt: number): number[] {
  return Array.from({ length: (endAt - startAt) / MINUTE }, (_, index) => startAt + index * MINUTE)
}
