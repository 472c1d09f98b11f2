import { cholesky, dot, solveLower } from '../cholesky.ts'
import { COURSE_INDICATIONS, type CourseIndication } from '../forecast/course.ts'
import type { Random } from '../random.ts'
import {
  type FitPoint,
  IMPROVEMENT_PRIOR,
  type ImprovementFit,
  NEW_STUDY_WIDENING,
  prpCounts,
} from './improvement-fit.ts'

/** The indications that get a curve, in the order of a draw's levels. */
export const CURVED_INDICATIONS = COURSE_INDICATIONS.filter((indication) => indication !== 'pores')

/** One draw of the posterior; angles in radians (see improvement-link). */
export interface ImprovementDraw {
  readonly curvature: number
  /** Between clinics, as between studies: study and kind of scale. */
  readonly clinicSd: number
  /** Between two readings in one clinic, beside the shape in time. */
  readonly visitSd: number
  /** What PRP in open channels adds. */
  readonly prp: number
  /** Mean over studies, in the order of CURVED_INDICATIONS. */
  readonly levels: readonly number[]
}

/** `count` draws: the grid in shares of its weights (systematic, so no point comes too often), the rest normal and exact. */
export function drawImprovement(fit: ImprovementFit, count: number, random: Random): ImprovementDraw[] {
  const draws: ImprovementDraw[] = []
  const offset = random.uniform()
  let held = 0
  for (const point of fit.points) {
    held += point.weight
    const wanted = Math.min(Math.floor(held * count + offset), count) - draws.length
    if (wanted <= 0) continue
    const { means, lower } = conditional(fit, point)
    for (let k = 0; k < wanted; k++) {
      const normals = means.map(() => random.normal())
      const values = means.map((mean, i) => mean + dot(lower[i]!.subarray(0, i + 1), normals))
      draws.push({
        curvature: point.curvature,
        clinicSd: NEW_STUDY_WIDENING * Math.hypot(point.betweenStudies, point.betweenScales),
        visitSd: NEW_STUDY_WIDENING * point.withinStudy,
        prp: values[0]!,
        levels: values.slice(1),
      })
    }
  }
  return shuffled(draws, random)
}

/** Means and Cholesky factor of (PRP, levels of the indications) given the arms, under one point of the grid. */
function conditional(fit: ImprovementFit, point: FitPoint) {
  const { level, prp } = IMPROVEMENT_PRIOR
  const withArms = (indication: CourseIndication | undefined) =>
    solveLower(
      point.lower,
      fit.arms.map((arm) =>
        indication === undefined
          ? prpCounts(arm) * prp.sd ** 2
          : level.sd ** 2 + (arm.indication === indication ? point.betweenIndications ** 2 : 0),
      ),
    )
  const targets = [undefined, ...CURVED_INDICATIONS]
  const weights = targets.map(withArms)
  const prior = (i: number, j: number) => {
    if (i === 0 || j === 0) return i === j ? prp.sd ** 2 : 0
    return level.sd ** 2 + (i === j ? point.betweenIndications ** 2 : 0)
  }
  const covariance = targets.map((_, i) =>
    Float64Array.from(targets, (__, j) => prior(i, j) - dot(weights[i]!, weights[j]!) + (i === j ? 1e-9 : 0)),
  )
  const lower = cholesky(covariance)
  if (!lower) throw new Error('The covariance of the improvement draws is not positive definite')
  const means = weights.map((weight, i) => (i === 0 ? prp.mean : level.mean) + dot(weight, point.residual))
  return { means, lower }
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const order = [...items]
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.integer(i + 1)
    const kept = order[i]!
    order[i] = order[j]!
    order[j] = kept
  }
  return order
}
