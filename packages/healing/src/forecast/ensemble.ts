import type { ParameterDraw } from '../cascade/parameters.ts'
import { POSTERIOR_SIZE, posteriorDraw } from '../cascade/posterior.ts'
import { type DoseDoubt, type DoseDraw, MEDIAN_DOSE_DRAW, quantityAt } from '../dose/dose-draw.ts'
import { type ImprovementCourse, improvementCourses } from '../outcomes/improvement.ts'
import { infectionRates } from '../outcomes/infection.ts'
import { pigmentationRisks } from '../outcomes/pigmentation.ts'
import { makeRandom, type Random } from '../random.ts'
import type { Course } from './course.ts'
import { DOUBTFUL_READINGS, READING_NUMBERS } from './forecast-numbers.ts'
import { spreadNormals } from './spread-normals.ts'

/** Everything that one course of the ensemble takes as true. */
export interface Truth {
  readonly cascade: ParameterDraw
  /** One hand, one device and one skin for all treatments. */
  readonly dose: DoseDraw
  /** What is seen of the states. */
  readonly reading: Readonly<Record<DoubtfulReading, number>>
  /** undefined where nobody has printed a figure. */
  readonly improvement: ImprovementCourse | undefined
  /** Probability of lasting dark marks over the course. */
  readonly pigmentationRisk: number
  /** Probability of an infection over a course of reference treatments. */
  readonly infectionRate: number
}

/** The truths of an ensemble: a Latin hypercube over the doubts of the dose, the posterior of the cascade, clinics and people. */
export function drawTruths(course: Course, courses: number, seed: number): Truth[] {
  const random = makeRandom(seed)
  const cascade = drawCascades(courses, random)
  const doses = drawDoses(courses, random)
  const readings = drawReadings(courses, random)
  const improvement = improvementCourses(course.indication, courses, random)
  const pigmentation = pigmentationRisks(course, courses, random)
  const infection = infectionRates(courses, random)
  return Array.from({ length: courses }, (_, k) => ({
    cascade: cascade[k]!,
    dose: doses[k]!,
    reading: readings[k]!,
    improvement: improvement?.[k],
    pigmentationRisk: pigmentation[k]!,
    infectionRate: infection[k]!,
  }))
}

/**
 * Evenly over the stored posterior, from a place that the seed chooses, and in an order of which every beginning is spread
 * out too; beyond its size it comes round with new values of the rest.
 */
function drawCascades(courses: number, random: Random): ParameterDraw[] {
  const stride = Math.max(1, POSTERIOR_SIZE / courses)
  const offset = random.integer(POSTERIOR_SIZE)
  const step = goldenStep(courses)
  return Array.from({ length: courses }, (_, k) => posteriorDraw(offset + Math.floor(((k * step) % courses) * stride)))
}

/** The step near the golden section of `count` that visits every place once. */
function goldenStep(count: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))
  let step = Math.max(1, Math.round(count * 0.618))
  while (divisor(step, count) !== 1) step += 1
  return step
}

function drawDoses(courses: number, random: Random): DoseDraw[] {
  const doubts = Object.keys(MEDIAN_DOSE_DRAW) as DoseDoubt[]
  const columns = doubts.map((doubt) => ({ doubt, normals: spreadNormals(courses, random) }))
  return Array.from(
    { length: courses },
    (_, k) => Object.fromEntries(columns.map(({ doubt, normals }) => [doubt, normals[k]!])) as DoseDraw,
  )
}

type DoubtfulReading = (typeof DOUBTFUL_READINGS)[number]

/** Log-normal, each side of the range by its own width. */
function drawReadings(courses: number, random: Random): Record<DoubtfulReading, number>[] {
  const columns = DOUBTFUL_READINGS.map((name) => ({ name, normals: spreadNormals(courses, random) }))
  return Array.from({ length: courses }, (_, k) => {
    const drawn = columns.map(({ name, normals }) => {
      return [name, quantityAt({ ...READING_NUMBERS[name], scale: 'log' }, normals[k]!)]
    })
    return Object.fromEntries(drawn) as Record<DoubtfulReading, number>
  })
}
