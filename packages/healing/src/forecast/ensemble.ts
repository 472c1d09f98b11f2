import { valueAt } from '../cascade/parameter.ts'
import { PARAMETERS, type ParameterDraw } from '../cascade/parameters.ts'
import { type DoseDoubt, type DoseDraw, MEDIAN_DOSE_DRAW } from '../dose/dose-draw.ts'
import { type ImprovementCourse, improvementCourses } from '../outcomes/improvement.ts'
import { makeRandom, type Random } from '../random.ts'
import type { Course } from './course.ts'
import { spreadNormals } from './spread-normals.ts'

/** Everything that one course of the ensemble takes as true. */
export interface Truth {
  readonly cascade: ParameterDraw
  /** One hand, one device and one skin for all treatments. */
  readonly dose: DoseDraw
  /** undefined where nobody has printed a figure. */
  readonly improvement: ImprovementCourse | undefined
}

/** The truths of an ensemble: a Latin hypercube over the doubts of the dose, the posterior of the cascade, clinics and people. */
export function drawTruths(course: Course, courses: number, seed: number): Truth[] {
  const random = makeRandom(seed)
  const cascade = drawCascades(courses, random)
  const doses = drawDoses(courses, random)
  const improvement = improvementCourses(course.indication, courses, random)
  return Array.from({ length: courses }, (_, k) => ({
    cascade: cascade[k]!,
    dose: doses[k]!,
    improvement: improvement?.[k],
  }))
}

function drawCascades(courses: number, random: Random): ParameterDraw[] {
  const columns = PARAMETERS.map((parameter) => ({ parameter, normals: spreadNormals(courses, random) }))
  return Array.from({ length: courses }, (_, k) =>
    Float64Array.from(columns, ({ parameter, normals }) => valueAt(parameter, normals[k]!)),
  )
}

function drawDoses(courses: number, random: Random): DoseDraw[] {
  const doubts = Object.keys(MEDIAN_DOSE_DRAW) as DoseDoubt[]
  const columns = doubts.map((doubt) => ({ doubt, normals: spreadNormals(courses, random) }))
  return Array.from(
    { length: courses },
    (_, k) => Object.fromEntries(columns.map(({ doubt, normals }) => [doubt, normals[k]!])) as DoseDraw,
  )
}
