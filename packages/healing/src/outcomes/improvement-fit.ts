import { cholesky, dot, type Matrix, solveLower } from '../cholesky.ts'
import type { ScaleClass } from '../evidence/scale-class.ts'
import type { CourseIndication } from '../forecast/course.ts'
import { levelOf, levelSlope, visibleProgress } from './improvement-link.ts'

/** One figure as the model sees it. */
export interface FittedArm {
  readonly studyNumber: number
  readonly indication: CourseIndication
  readonly scale: ScaleClass
  readonly hasPrp: boolean
  /** 0..1 */
  readonly share: number
  readonly people: number
  readonly progress: number
}

/**
 * What the model assumes before any trial; levels are angles in radians (see improvement-link). All assumed, except PRP:
 * its centre is the gain pooled over controlled studies (AS42: 0.32 of about 3.3 grades, 10 points), drawn in to 8 points
 * with a doubt that does not exclude none, because single blinded trials find little (EG02).
 */
export const IMPROVEMENT_PRIOR = {
  /** About 35 % improvement, and hardly anything excluded. */
  level: { mean: 0.63, sd: 0.4 },
  /** Half-normal scales of the four kinds of differences. */
  betweenStudies: 0.3,
  betweenIndications: 0.15,
  betweenScales: 0.12,
  withinStudy: 0.1,
  prp: { mean: 0.08, sd: 0.06 },
  /** Log-normal. */
  curvature: { median: 0.15, logSd: 0.8 },
  /** Between people of one arm, as share of the score, when an arm prints none. */
  peopleSd: 0.17,
} as const

/**
 * A new study lies further off than the fitted spreads say: their plain bands held 12 of 15 studies that were left out.
 * Spreads of what is new are widened by a tenth, about what bands of 87 % lack to 90 %.
 */
export const NEW_STUDY_WIDENING = 1.1

type Spread = 'curvature' | 'betweenStudies' | 'betweenIndications' | 'betweenScales' | 'withinStudy'
export type ImprovementGrid = Readonly<Record<Spread, readonly number[]>>

/** Where the spreads and the curvature are tried. */
export const IMPROVEMENT_GRID: ImprovementGrid = {
  curvature: [0.05, 0.1, 0.2, 0.4, 0.8],
  betweenStudies: [0.1, 0.14, 0.18, 0.23, 0.3, 0.38],
  betweenIndications: [0.03, 0.08, 0.15],
  betweenScales: [0.03, 0.09],
  withinStudy: [0.04, 0.09],
}

/** One point of the grid of spreads, with everything that prediction needs; weights of a fit sum to 1. */
export interface FitPoint {
  readonly weight: number
  readonly curvature: number
  readonly betweenStudies: number
  readonly betweenIndications: number
  readonly betweenScales: number
  readonly withinStudy: number
  readonly lower: Matrix
  /** L⁻¹ (levels - prior mean). */
  readonly residual: Float64Array
}

export interface ImprovementFit {
  readonly arms: readonly FittedArm[]
  readonly points: readonly FitPoint[]
}

/** PRP for wrinkles: the pooled effect is not different from zero (EG12), so none is carried over from scars. */
export function prpCounts(arm: { readonly hasPrp: boolean; readonly indication: CourseIndication }): number {
  return arm.hasPrp && arm.indication !== 'wrinkles' ? 1 : 0
}

/** Covariance of two figures before the data, without their own error. */
export function priorCovariance(
  one: Omit<FittedArm, 'share' | 'people' | 'progress'>,
  other: Omit<FittedArm, 'share' | 'people' | 'progress'>,
  spreads: Omit<FitPoint, 'weight' | 'lower' | 'residual'>,
): number {
  return (
    IMPROVEMENT_PRIOR.level.sd ** 2 +
    (one.indication === other.indication ? spreads.betweenIndications ** 2 : 0) +
    (one.scale === other.scale ? spreads.betweenScales ** 2 : 0) +
    (one.studyNumber === other.studyNumber ? spreads.betweenStudies ** 2 : 0) +
    prpCounts(one) * prpCounts(other) * IMPROVEMENT_PRIOR.prp.sd ** 2
  )
}

export function priorMean(arm: { readonly hasPrp: boolean; readonly indication: CourseIndication }): number {
  return IMPROVEMENT_PRIOR.level.mean + prpCounts(arm) * IMPROVEMENT_PRIOR.prp.mean
}

/**
 * The posterior of a hierarchical model over studies: level = mean + indication + kind of scale + PRP + study + error, all
 * normal, so that it is exact for given spreads; the spreads and the curvature are summed over a grid. No chain, no seed.
 * @param grid another one takes parts out of the model (a spread of nearly zero), to see what they are worth
 */
export function fitImprovement(arms: readonly FittedArm[], grid: ImprovementGrid = IMPROVEMENT_GRID): ImprovementFit {
  const found: (FitPoint & { logWeight: number })[] = []
  for (const curvature of grid.curvature) {
    const visible = arms.map(({ progress }) => visibleProgress(progress, curvature))
    const residuals = arms.map((arm, k) => levelOf(arm.share, visible[k]!) - priorMean(arm))
    const slopes = arms.map(({ share }, k) => levelSlope(share, visible[k]!))
    const errors = arms.map(({ people }, k) => (slopes[k]! * IMPROVEMENT_PRIOR.peopleSd) ** 2 / people)
    const jacobian = slopes.reduce((sum, slope) => sum + Math.log(slope), 0)
    for (const spreads of spreadsOfGrid(grid, curvature)) {
      const covariance = arms.map((one, i) =>
        Float64Array.from(
          arms,
          (other, j) => priorCovariance(one, other, spreads) + (i === j ? errors[i]! + spreads.withinStudy ** 2 : 0),
        ),
      )
      const lower = cholesky(covariance)
      if (!lower) continue
      const residual = solveLower(lower, residuals)
      const logDeterminant = lower.reduce((sum, row, i) => sum + Math.log(row[i]!), 0)
      const logWeight = jacobian - dot(residual, residual) / 2 - logDeterminant + logPrior(spreads)
      found.push({ ...spreads, weight: 0, lower, residual, logWeight })
    }
  }
  return { arms, points: normalised(found) }
}

function* spreadsOfGrid(grid: ImprovementGrid, curvature: number) {
  for (const betweenStudies of grid.betweenStudies)
    for (const betweenIndications of grid.betweenIndications)
      for (const betweenScales of grid.betweenScales)
        for (const withinStudy of grid.withinStudy)
          yield { curvature, betweenStudies, betweenIndications, betweenScales, withinStudy }
}

function logPrior(spreads: Omit<FitPoint, 'weight' | 'lower' | 'residual'>): number {
  const names = ['betweenStudies', 'betweenIndications', 'betweenScales', 'withinStudy'] as const
  const halfNormals = names.reduce((sum, name) => sum - (spreads[name] / IMPROVEMENT_PRIOR[name]) ** 2 / 2, 0)
  const { median, logSd } = IMPROVEMENT_PRIOR.curvature
  return halfNormals - (Math.log(spreads.curvature / median) / logSd) ** 2 / 2
}

/** Points that together hold less than a thousandth are dropped. */
function normalised(points: readonly (FitPoint & { logWeight: number })[]): FitPoint[] {
  const top = Math.max(...points.map(({ logWeight }) => logWeight))
  const kept = points
    .map(({ logWeight, ...point }) => ({ ...point, weight: Math.exp(logWeight - top) }))
    .sort((one, other) => other.weight - one.weight)
  const total = kept.reduce((sum, { weight }) => sum + weight, 0)
  let held = 0
  const enough = kept.findIndex(({ weight }) => {
    held += weight
    return held > 0.999 * total
  })
  const few = kept.slice(0, enough + 1)
  return few.map((point) => ({ ...point, weight: point.weight / held }))
}
