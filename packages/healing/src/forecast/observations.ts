import { COURSE_LIMITS } from './course.ts'
import { type CourseFault, CourseReader } from './course-reader.ts'
import type { Observation } from './forecast-shape.ts'
import { REPORTS } from './reporting.ts'

const GRADES = [0, 1, 2, 3] as const
const MOST_OBSERVATIONS = 1000

/** Reads what was reported, a list from parsed JSON; every fault is told with its path. */
export function parseObservations(
  input: unknown,
):
  | { readonly observations: readonly Observation[]; readonly faults?: never }
  | { readonly observations?: never; readonly faults: readonly CourseFault[] } {
  const reader = new CourseReader()
  const read = reader.list(
    { fields: { observations: input }, pathOf: (name) => name },
    'observations',
    { low: 0, high: MOST_OBSERVATIONS },
    (item, path) => readObservation(reader, item, path),
  )
  // Every reader has answered, or it would have left a fault.
  return reader.faults.length > 0 ? { faults: reader.faults } : { observations: read as Observation[] }
}

function readObservation(reader: CourseReader, item: unknown, path: string): unknown {
  const record = reader.record(item, path, ['day', 'redness', 'swelling', 'pain', 'improvementPercent'])
  if (!record) return
  const grade = (name: string) => reader.optional(record, name, (from) => reader.choice(from, name, GRADES))
  const score = (name: 'pain' | 'improvementPercent') =>
    reader.optional(record, name, (from) => reader.number(from, name, REPORTS[name]))
  const read = {
    day: reader.number(record, 'day', COURSE_LIMITS.day),
    redness: grade('redness'),
    swelling: grade('swelling'),
    pain: score('pain'),
    improvementPercent: score('improvementPercent'),
  }
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined))
}
