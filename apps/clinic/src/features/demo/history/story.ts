import { type Answers, decide, type Indication, isTreatableIndication, type Screening } from '@pointille/protocol'
import { localTime } from '#platform/languages/dates.ts'
import type { DemoClinic } from '../demo-clinics.ts'
import { type Chance, makeChance } from './chance.ts'
import { type DemoDiary, makeDemoDiary, type Wish } from './demo-diary.ts'
import type { DemoCourse, DemoHistory, DemoPatient, DemoVisit } from './demo-history.ts'
import { planFor } from './demo-plans.ts'
import { type Flag, inventCheckIns } from './invent-check-ins.ts'
import { inventCourse } from './invent-course.ts'
import { inventPeople, type Person } from './invent-people.ts'
import { inventTreatment, type Reached } from './invent-treatment.ts'

const minuteMs = 60_000
const dayMs = 86_400_000

/** What a clinic's rows are called, by the keys of `demo-clinics.ts`. */
export type DemoIds = { resourceIds: ReadonlyMap<string, string>; memberIds: ReadonlyMap<string, string> }

export type StorySettings = {
  clinic: DemoClinic
  ids: DemoIds
  nowAt: number
  seed: number
  doctor: string
  assistant: string
}

/** `who`: the next of the invented people where nobody is named. */
export type Booking = Wish & { who?: Guest; indication?: Indication; answers?: Answers; bookedDaysBefore?: number }

/** One of the invented people while their story is told. */
export type Guest = Person & { patientId: string; phototype: 1 | 2 | 3 | 4 | 5; visits: DemoVisit[] }

/** Tells a demo clinic's past and present, visit by visit; `finish` gives what was told. */
export type Story = {
  nowAt: number
  todayOn: string
  diary: DemoDiary
  chance: Chance
  /** The one too young to be treated without a doctor's review. */
  youngest: Guest
  /** Whose visit it is. */
  guestOf(visit: DemoVisit): Guest
  /** Books; undefined where the day has no such start. */
  book(booking: Booking): DemoVisit | undefined
  /** The patient came and was seen. */
  consult(visit: DemoVisit): void
  /** The patient came and was treated, as far as `reached`; with day reports where it was sealed. */
  treat(visit: DemoVisit, reached: Reached, flag?: Flag): void
  arrive(visit: DemoVisit): void
  cancel(visit: DemoVisit, by: 'patient' | 'clinic'): void
  miss(visit: DemoVisit): void
  /** The course that these treatments belong to, with some to come: as first planned, and as it stands now. */
  planCourse(treated: readonly DemoVisit[], coming: number): void
  finish(): DemoHistory
}

export function startStory({ clinic, ids, nowAt, seed, doctor, assistant }: StorySettings): Story {
  const chance = makeChance(seed)
  const { timeZone } = clinic
  const todayOn = localTime(nowAt, timeZone).on
  const diary = makeDemoDiary(clinic, ids.resourceIds)
  const guests = inventPeople(clinic.profile.country, chance, todayOn).map(
    (person): Guest => ({
      ...person,
      patientId: chance.uuid(),
      phototype: chance.pick([1, 2, 2, 3, 3, 3, 4, 5]),
      visits: [],
    }),
  )
  const youngest = guests.splice(5, 1)[0]!
  const came: Guest[] = []
  const courses: DemoCourse[] = []
  let unit = 100

  const guestOf = (visit: DemoVisit) => came.find(({ patientId }) => patientId === visit.patientId)!
  const comesAt = ({ placed }: DemoVisit) =>
    Math.min(placed.startAt - chance.between(2, 9) * minuteMs, nowAt - chance.between(3, 6) * minuteMs)

  return {
    nowAt,
    todayOn,
    diary,
    chance,
    youngest,
    guestOf,
    book: ({
      who: named,
      indication = 'acne-scars',
      answers = { none: true },
      bookedDaysBefore = chance.between(4, 18),
      ...wish
    }) => {
      const placed = diary.book(wish)
      if (!placed) return undefined
      const who = named ?? guests.shift()
      if (!who) throw new Error('the demo has run out of people')
      const bookedAt = Math.min(
        placed.startAt - bookedDaysBefore * dayMs - chance.between(0, 300) * minuteMs,
        nowAt - chance.between(45, 900) * minuteMs,
      )
      const screening: Screening = { indication, birthDate: who.birthOn, answers }
      const jurisdiction = clinic.profile.country
      const visit: DemoVisit = {
        appointmentId: chance.uuid(),
        patientId: who.patientId,
        serviceId: wish.service,
        kind: clinic.services.find(({ id }) => id === wish.service)!.kind,
        status: 'booked',
        language: who.language,
        placed,
        bookedAt,
        arrivedAt: undefined,
        cancelled: undefined,
        screening,
        verdict: decide(screening, { todayOn: localTime(bookedAt, timeZone).on, jurisdiction }),
        treatment: undefined,
        checkIns: [],
      }
      if (who.visits.length === 0) came.push(who)
      who.visits.push(visit)
      return visit
    },
    consult: (visit) => Object.assign(visit, { status: 'done', arrivedAt: comesAt(visit) }),
    arrive: (visit) => Object.assign(visit, { status: 'arrived', arrivedAt: comesAt(visit) }),
    cancel: (visit, by) => {
      const at = Math.min(visit.placed.startAt - 30 * 60 * minuteMs, nowAt - 20 * minuteMs)
      Object.assign(visit, { status: 'cancelled', cancelled: { at: Math.max(at, visit.bookedAt + minuteMs), by } })
    },
    miss: (visit) => Object.assign(visit, { status: 'noShow' }),
    treat: (visit, reached, flag) => {
      const { startAt } = visit.placed
      const who = guestOf(visit)
      const { indication } = visit.screening
      if (!isTreatableIndication(indication)) throw new Error('the demo treats something that nobody can name')
      unit += 1
      const cartridge = { lot: `L26-${chance.pick(['014', '027', '031'])}`, unit: String(unit).padStart(4, '0') }
      const openedAt = startAt + 2 * minuteMs
      const treatment = inventTreatment(
        {
          openedAt,
          // Cream that is on now went on half an hour ago at most: who starts late takes it off late.
          creamAt:
            reached === 'numbing' ? Math.max(startAt + 8 * minuteMs, nowAt - 32 * minuteMs) : startAt + 8 * minuteMs,
          reached,
          plan: planFor(indication, who.phototype),
          patient: { name: `${who.givenName} ${who.familyName}`, language: who.language },
          doctorId: ids.memberIds.get(doctor)!,
          assistantId: ids.memberIds.get(assistant)!,
          cartridge,
        },
        chance,
      )
      Object.assign(visit, {
        status: reached === 'sealed' ? 'done' : 'inTreatment',
        arrivedAt: comesAt(visit),
        treatment: { ...treatment, cartridge },
        checkIns: reached === 'sealed' ? inventCheckIns({ treatedAt: openedAt, timeZone, nowAt, flag }, chance) : [],
      })
    },
    planCourse: (treated, coming) =>
      void courses.push(
        inventCourse({ clinic, treated, coming, savedBy: ids.memberIds.get(doctor)!, courseId: chance.uuid() }),
      ),
    finish: () => ({ patients: listPatients(came), visits: came.flatMap((guest) => guest.visits), courses }),
  }
}

/** Files are numbered in the order in which people first booked; allergies are asked at the first visit. */
function listPatients(came: readonly Guest[]): DemoPatient[] {
  const firstAt = (guest: Guest) => Math.min(...guest.visits.map(({ bookedAt }) => bookedAt))
  return [...came]
    .sort((a, b) => firstAt(a) - firstAt(b))
    .map(({ visits, phototype: _, ...person }, at) => {
      const seen = visits.some(({ status }) => status === 'done' || status === 'inTreatment')
      const asked = seen ? {} : ({ allergiesStatus: 'notAsked', allergies: '' } as const)
      const createdAt = Math.min(...visits.map(({ bookedAt }) => bookedAt))
      return { ...person, ...asked, fileNumber: 4101 + at, createdAt }
    })
}
