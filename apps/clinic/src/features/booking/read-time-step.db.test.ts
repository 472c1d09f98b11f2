import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BookingDraft } from './booking-draft.ts'
import { rulesChanged } from './diary.server.ts'
import type { PickerAsk } from './picker-view.ts'
import { readTimeStep } from './read-time-step.server.ts'
import { takeHoldOnce } from './take-hold-once.server.ts'
import { makeTestBooking, mondayAt, nothingApplies, type TestBooking } from './test-booking.queries.server.ts'

let booking: TestBooking
beforeAll(async () => {
  booking = await makeTestBooking()
})
afterAll(() => booking.database.close())

const utc = (text: string) => Date.parse(`${text}:00Z`)
const healthy: BookingDraft = {
  indication: 'acne-scars',
  health: { selected: [{ questionId: 'none' }], birthDate: '1988-03-03' },
}

async function read(draft: BookingDraft, ask: PickerAsk = {}, slug: 'demo-be' | 'demo-fr' = 'demo-be') {
  const step = await readTimeStep(booking.at(slug), draft, ask)
  if ('refusal' in step) throw new Error(step.refusal)
  return step
}

async function readOffer(...asked: Parameters<typeof read>) {
  const { offer } = await read(...asked)
  if (!offer) throw new Error('nothing is offered')
  return offer
}

async function setHorizon(days: number): Promise<void> {
  const { house, clinic } = booking.at('demo-be')
  await booking.database.owner.query(`update clinic.profiles set horizon_days = $1`, [days])
  rulesChanged(house, clinic.clinicId)
  house.changed(clinic.clinicId)
}

const ticked = (questionId: string, lastOn?: string): BookingDraft => ({
  ...healthy,
  health: { birthDate: '1988-03-03', selected: [{ questionId, lastOn } as never] },
})

describe('what the answers leave to choose from', () => {
  test('everything, the first treatment proposed', async () => {
    const { service, services } = await readOffer(healthy)
    expect(service.kind).toBe('treatment')
    expect(services).toHaveLength(3)
  })

  test('consultations only: a review, or a first visit where the clinic begins so', async () => {
    expect((await readOffer(ticked('pregnancy-or-breastfeeding'))).services.map(({ kind }) => kind)).toEqual([
      'consultation',
    ])
    expect((await readOffer(healthy, {}, 'demo-fr')).services.map(({ kind }) => kind)).toEqual(['consultation'])
  })

  test('nothing', async () => {
    const { offer, verdict } = await read(ticked('thick-scars'))
    expect(offer).toBeUndefined()
    expect(verdict.kind).toBe('refuse')
  })

  test('no day before a delay is over, whatever the address asks', async () => {
    const draft = ticked('recent-tan', '2026-11-20')
    for (const ask of [{}, { fromOn: '2026-11-24' }, { dayOn: '2026-11-24' }]) {
      const { picker } = await readOffer(draft, ask)
      expect(picker.days[0]?.on).toBe('2026-12-04')
      expect(picker.earlierOn).toBeUndefined()
    }
  })

  test('a delay beyond what the clinic opens is one day that says so', async () => {
    const { picker } = await readOffer(ticked('surgery-in-area', '2026-11-23'), {}, 'demo-be')
    expect(picker.days.map(({ on }) => on)).toEqual(['2027-11-23'])
    await setHorizon(90)
    const shorter = await readOffer(ticked('surgery-in-area', '2026-11-23'))
    expect(shorter.picker.days.map(({ reason }) => reason)).toEqual([
      'les réservations ne sont pas encore ouvertes à cette date.',
    ])
    expect(shorter.picker.nextFree).toBeUndefined()
    await setHorizon(365)
  })
})

describe('the page of free times', () => {
  test('is two weeks from today, with what comes before and after', async () => {
    const { picker } = await readOffer({ ...healthy, serviceId: 'solo' })
    expect(picker.days).toHaveLength(14)
    expect(picker.days[0]).toMatchObject({ on: '2026-11-23', weekday: 'Lundi' })
    expect(picker.firstFree).toMatchObject({ on: '2026-11-23' })
    expect(picker.earlierOn).toBeUndefined()
    expect(picker.laterOn).toBe('2026-12-07')
    const later = await readOffer({ ...healthy, serviceId: 'solo' }, { fromOn: '2026-12-07' })
    expect(later.picker.earlierOn).toBe('2026-11-23')
    expect(later.picker.month.name).toBe('Décembre 2026')
  })

  test('of one closed day says why and which day is next', async () => {
    const { picker } = await readOffer(healthy, { dayOn: '2026-11-25' })
    expect(picker.days.map(({ reason }) => reason)).toEqual(['le cabinet est fermé le mercredi.'])
    expect(picker.nextFree).toMatchObject({ on: '2026-11-26' })
    expect(picker.week.map(({ on }) => on)[0]).toBe('2026-11-24')
  })

  test('begins at a choice that lies further on', async () => {
    const startAt = utc('2026-12-15T09:00')
    const { picker, chosen } = await readOffer({ ...healthy, serviceId: 'solo', startAt })
    expect(picker.days[0]?.on).toBe('2026-12-15')
    expect(chosen).toMatchObject({ time: '10\u00a0h', who: 'Dr Inès Wauters' })
  })
})

describe('a start chosen a while ago', () => {
  const startAt = utc('2026-11-24T09:00')
  const draft: BookingDraft = { ...healthy, serviceId: 'solo', startAt }

  test('is still there while the visitor holds it, and shown as taken to another', async () => {
    const caller = booking.at('demo-be')
    const hold = await booking.hold(caller, { startAt })
    const own = await readOffer({ ...draft, holdId: hold.holdId })
    expect(own.chosen?.startAt).toBe(startAt)
    expect(own.lost).toBeUndefined()
    expect(own.picker.days[1]?.shown.find((slot) => slot.startAt === startAt)?.state).toBe('chosen')

    const other = await readOffer(draft)
    expect(other.chosen).toBeUndefined()
    expect(other.lost).toMatchObject({ why: 'taken', isFreeAgain: false, on: '2026-11-24' })
    expect(other.picker.days[0]?.shown.find((slot) => slot.startAt === startAt)?.state).toBe('taken')
    expect(other.picker.nearest).toHaveLength(3)
    expect(other.picker.nearest.map((slot) => slot.startAt)).not.toContain(startAt)
  })

  test('is offered again when its ten minutes ran out and nobody came', async () => {
    const freeAt = utc('2026-11-26T09:00')
    const { chosen, lost } = await readOffer({ ...healthy, serviceId: 'solo', lost: { startAt: freeAt, why: 'ended' } })
    expect(lost).toMatchObject({ why: 'ended', isFreeAgain: true })
    expect(chosen?.startAt).toBe(freeAt)
  })

  test('is forgotten without a word when the list is another one', async () => {
    const { chosen, lost } = await readOffer(
      { ...draft, serviceId: 'treatment', startAt: utc('2026-11-25T09:00') },
      {},
      'demo-fr',
    )
    expect(chosen).toBeUndefined()
    expect(lost).toBeUndefined()
  })
})

test('the same press sent twice is one hold, another visitor’s is not', async () => {
  const caller = booking.at('demo-be')
  const request = { serviceId: 'solo', startAt: utc('2026-11-27T09:00'), screening: nothingApplies }
  const [first, second] = await Promise.all([
    takeHoldOnce(caller, request, 'a visitor'),
    takeHoldOnce(caller, request, 'a visitor'),
  ])
  expect(first).toEqual({ holdId: expect.any(String), expiresAt: mondayAt + 600_000 })
  expect(second).toEqual(first)
  expect(await takeHoldOnce(caller, request, 'somebody else')).toMatchObject({ refusal: 'SlotTaken' })
  const later = { ...caller, nowAt: mondayAt + 6_000 }
  expect(await takeHoldOnce(later, request, 'a visitor')).toMatchObject({ refusal: 'SlotTaken' })
})
