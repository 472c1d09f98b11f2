import {
  type BookingQuestion,
  freeStarts,
  type Occupancy,
  type Phase,
  type Placement,
  placeAt,
} from '@pointille/scheduling'
import { Temporal } from 'temporal-polyfill'
import { addDays } from '#platform/languages/dates.ts'
import type { DemoClinic } from '../demo-clinics.ts'

/** One row that a visit takes: a resource, or the patient, for one stretch of time (epoch ms, half-open). */
export type Use = {
  position: number
  resourceId?: string
  patientId?: string
  phaseKind: string
  startAt: number
  endAt: number
}

export type PlacedVisit = {
  startAt: number
  endAt: number
  practitionerId: string | undefined
  uses: Use[]
  patient: { startAt: number; endAt: number }
}

export type Wish = {
  service: string
  on: string
  /** Wall clock 'HH:MM': the first start at or after it, or with `latest` the last one at or before it. */
  time: string
  latest?: boolean
  /** Key of the practitioner; otherwise whoever is free. */
  with?: string
}

/** A clinic's diary while it is being filled: the same arithmetic that offers starts to a patient places the demo's visits. */
export type DemoDiary = {
  isOpen(on: string): boolean
  /** The `count`-th open day after a local date, or before it where `count` is negative; 0 = that day or the last open one before it. */
  openDay(on: string, count: number): string
  /** Takes the first start that suits, or undefined where the day has none. */
  book(wish: Wish): PlacedVisit | undefined
}

export function makeDemoDiary(clinic: DemoClinic, resourceIds: ReadonlyMap<string, string>): DemoDiary {
  const taken: Occupancy[] = []
  const isOpen = (on: string) => clinic.opening[Temporal.PlainDate.from(on).dayOfWeek] !== undefined
  const questions = new Map(clinic.services.map(({ id }) => [id, questionOf(clinic, id, resourceIds)]))

  return {
    isOpen,
    openDay: (on, count) => {
      const step = count > 0 ? 1 : -1
      let day = on
      let left = Math.abs(count)
      if (count === 0) while (!isOpen(day)) day = addDays(day, -1)
      while (left > 0) {
        day = addDays(day, step)
        if (isOpen(day)) left -= 1
      }
      return day
    },
    book: ({ service, on, time, latest = false, with: practitioner }) => {
      const dayAt = Date.parse(on)
      const near = taken.filter(({ startAt }) => Math.abs(startAt - dayAt) < 3 * 86_400_000)
      const practitionerId = practitioner === undefined ? undefined : resourceIds.get(practitioner)
      const question = { ...questions.get(service)!, occupancies: near, ...(practitionerId && { practitionerId }) }
      const { starts } = freeStarts({ ...question, fromOn: on, toOn: on })[0]!
      const start = latest
        ? starts.findLast(({ localTime }) => localTime <= time)
        : starts.find(({ localTime }) => localTime >= time)
      if (!start) return undefined
      const placement = placeAt(start.startAt, question)
      if ('refusal' in placement)
        throw new Error(`the demo's diary offered a start and refused it: ${placement.refusal}`)
      taken.push(...placement.occupancies)
      return describe(placement, question.phases)
    },
  }
}

function questionOf(clinic: DemoClinic, serviceId: string, resourceIds: ReadonlyMap<string, string>): BookingQuestion {
  const service = clinic.services.find(({ id }) => id === serviceId)!
  return {
    hours: {
      timeZone: clinic.timeZone,
      weekly: Object.fromEntries(
        Object.entries(clinic.opening).map(([weekday, ranges]) => [
          weekday,
          ranges.map(([opens, closes]) => ({ opens, closes })),
        ]),
      ),
      exceptions: [],
    },
    phases: service.phases.map((phase) => ({ ...phase, kind: phase.kind, resources: phase.resources }) as Phase),
    resources: clinic.resources
      .filter(({ key }) => service.resources.includes(key))
      .map(({ key, kind, bufferAfterMinutes = 0 }) => ({
        id: resourceIds.get(key)!,
        kind,
        bufferBeforeMinutes: 0,
        bufferAfterMinutes,
        absences: [],
      })),
    occupancies: [],
    stepMinutes: clinic.profile.stepMinutes,
    // The demo is invented from both sides of the present: no notice, and a horizon beyond its last visit.
    nowAt: 0,
    noticeMinutes: 0,
    horizonDays: 100_000,
  }
}

function describe(placement: Placement, phases: readonly Phase[]): PlacedVisit {
  const { startAt, endAt, practitioner, resources, patient } = placement
  const uses = placement.phases.flatMap((span, at) =>
    phases[at]!.resources.map((kind) => ({
      resourceId: resources[kind]!,
      phaseKind: span.kind,
      startAt: span.startAt,
      endAt: span.endAt,
    })),
  )
  return {
    startAt,
    endAt,
    practitionerId: practitioner,
    uses: uses.map((use, at) => ({ position: at + 1, ...use })),
    patient: patient ?? { startAt, endAt },
  }
}
