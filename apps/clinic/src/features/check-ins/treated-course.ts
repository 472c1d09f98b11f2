import { type Course, isSite, parseCourse, type Site } from '@pointille/healing'
import { getZone, type TreatmentState, type ZoneId } from '@pointille/protocol'
import { listNeedledZones, type NeedledZone } from './needled-zones.ts'

/** The site that the model knows by the zone's own name ('upper-arm-left' is upperArm), else the one of its settings. */
export function siteOf(zone: ZoneId): Site {
  const name = zone.replace(/-(left|right)$/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  return isSite(name) ? name : getZone(zone).site
}

/**
 * The course to forecast a sealed treatment by: its zone with the largest dose, because that is where the skin answers most.
 * Undefined where nothing was needled, or where it lies outside what the model reads.
 * @param doseOf injury that a course's treatment makes, to compare zones
 */
export function courseOf(
  state: TreatmentState,
  ageYears: number,
  doseOf: (course: Course) => number,
): Course | undefined {
  const courses = listNeedledZones(state).flatMap((zone) => readCourse(state, zone, ageYears) ?? [])
  const [first, ...others] = courses
  if (!first) return undefined
  return others.reduce((largest, course) => (doseOf(course) > doseOf(largest) ? course : largest), first)
}

function readCourse(
  { examination }: TreatmentState,
  { zone, device, needleMm, passes }: NeedledZone,
  ageYears: number,
) {
  return parseCourse({
    ageYears,
    phototype: examination?.phototype,
    indication: examination?.plan.indication,
    site: siteOf(zone),
    treatments: [{ day: 0, device, needleMm, passes }],
  }).course
}
