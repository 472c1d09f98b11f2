import { CASCADE_MODEL } from '../packages/healing/src/cascade/cascade-model.ts'
import { placeOf } from '../packages/healing/src/cascade/parameters.ts'
import { POSTERIOR_SIZE, posteriorDraw } from '../packages/healing/src/cascade/posterior.ts'
import { makeRandom } from '../packages/healing/src/random.ts'

/** One person's year, as every solver gets it. */
export type BenchCourse = {
  parameters: number[]
  end: number
  events: { at: number; name: string; values: number[] }[]
  /** When every state is reported: fine after each treatment, then weekly. */
  instants: number[]
}

const YEAR = 365
const TREATMENTS = 4
const AFTER = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1, 1.5, 2, 3, 4, 5, 7, 10, 14, 21]

/** Courses of four treatments over a year, of people and draws of the posterior by a fixed seed; half of them with platelets and occlusion. */
export function benchCourses(count: number): BenchCourse[] {
  const random = makeRandom(20)
  const between = (low: number, high: number) => low + (high - low) * random.uniform()
  return Array.from({ length: count }, (_, at) => {
    const person: Record<string, number> = {
      ageYears: between(20, 70),
      phototype: 1 + random.integer(6),
      smoking: 1,
      width: 1,
      depth: 1,
      wP: 1,
      wB: 1,
    }
    const draw = posteriorDraw(random.integer(POSTERIOR_SIZE))
    const interval = between(14, 42)
    const days = Array.from({ length: TREATMENTS }, (_, treatment) => treatment * interval)
    const dose = between(0.3, 1.8)
    const events = days.flatMap((day) => [
      { at: day, name: 'treatment', values: [dose, 0.01, between(0.7, 1.3), between(0.7, 1.3)] },
      ...(at % 2 === 0 ? withPlatelets(day) : []),
    ])
    const instants = [
      ...days.flatMap((day) => AFTER.map((after) => day + after)),
      ...Array.from({ length: 53 }, (_, week) => 7 * week),
      YEAR,
    ]
    return {
      parameters: CASCADE_MODEL.parameters.map((name) => person[name] ?? draw[placeOf(name)]!),
      end: YEAR,
      events,
      instants: [...new Set(instants)].sort((a, b) => a - b),
    }
  })
}

const withPlatelets = (day: number) => [
  { at: day, name: 'occlusion', values: [0.2, 0.7] },
  { at: day + 1 / 96, name: 'prp', values: [0.8] },
  { at: day + 0.25, name: 'occlusionEnds', values: [] },
]

/** The courses as the peers read them. */
export function problemText(courses: readonly BenchCourse[]): string {
  const names = CASCADE_MODEL.events.map(({ name }) => name)
  const lines = courses.flatMap(({ parameters, end, events, instants }) => [
    parameters.join(' '),
    `${end} ${events.length}`,
    ...events.map(({ at, name, values }) => [at, names.indexOf(name), ...values, 0, 0, 0, 0].slice(0, 6).join(' ')),
    `${instants.length} ${instants.join(' ')}`,
  ])
  return [courses.length, ...lines].join('\n')
}
