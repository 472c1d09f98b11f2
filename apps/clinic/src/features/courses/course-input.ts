import type { Course, Observation, Site } from '@pointille/healing'
import type { Phototype } from '@pointille/protocol'
import type { CoursePlan, CourseZone } from './course-plan.ts'
import type { DoneTreatment } from './course-view.ts'
import { daysBetween } from './plain-days.ts'

/** Plasma goes on at the end of needling, at the usual strength; how strong cannot be learnt from the studies. */
const usualPrp = { delayMinutes: 10, plateletFactor: 6 } as const
/** Where nobody has examined yet: said beside the forecast. */
export const assumedPhototype: Phototype = 3

/** One forecast: the course of one zone, and what was reported so far. */
export interface ForecastQuestion {
  readonly course: Course
  readonly observations: readonly Observation[]
  /** Which treatment of the plan each of the course's is, counted from 1: a zone may have been left out once. */
  readonly numbers: readonly number[]
}

/**
 * What the model is asked about one zone of a plan: treatments that are over as they were done there, the others as planned.
 * Day 0 is the course's first treatment.
 * @param site the skin that the zone lies on
 */
export function questionOf(
  plan: CoursePlan,
  zone: CourseZone,
  site: Site,
  { ageYears, phototype, done }: { ageYears: number; phototype: Phototype | undefined; done: readonly DoneTreatment[] },
): ForecastQuestion {
  const firstOn = plan.treatmentsOn[0]!
  const numbered = plan.treatmentsOn.flatMap(
    (on, at): { number: number; treatment: Course['treatments'][number] }[] => {
      const day = daysBetween(firstOn, on)
      const number = at + 1
      const over = done[at]
      if (!over) {
        const { device, depthMm: needleMm, passes } = zone
        return [{ number, treatment: { day, device, needleMm, passes, ...(plan.prp ? { prp: usualPrp } : {}) } }]
      }
      const needled = over.zones.find((one) => one.zone === zone.zone)
      if (!needled) return []
      const { device, needleMm, passes } = needled
      const { plasmaAfterMinutes } = over
      const prp = plasmaAfterMinutes === undefined ? {} : { prp: { ...usualPrp, delayMinutes: plasmaAfterMinutes } }
      return [{ number, treatment: { day, device, needleMm, passes, ...prp } }]
    },
  )
  return {
    course: {
      ageYears,
      phototype: phototype ?? assumedPhototype,
      site,
      indication: plan.indication,
      treatments: numbered.map(({ treatment }) => treatment),
    },
    numbers: numbered.map(({ number }) => number),
    observations: done.flatMap(({ on, zones, reports }) =>
      // What the skin said after another zone's needles says nothing of this one.
      zones.some((one) => one.zone === zone.zone)
        ? reports.map(({ day, redness, swelling, pain }) => ({
            day: daysBetween(firstOn, on) + day,
            redness,
            swelling,
            pain,
          }))
        : [],
    ),
  }
}
