import { dot, solveLower } from '../cholesky.ts'
import {
  type FitPoint,
  type FittedArm,
  IMPROVEMENT_PRIOR,
  type ImprovementFit,
  NEW_STUDY_WIDENING,
  priorCovariance,
  priorMean,
} from './improvement-fit.ts'
import { improvementAt, levelOf, levelSlope, visibleProgress } from './improvement-link.ts'
import { normalCdf } from './normal-distribution.ts'
import type { Scenario } from './visit-scenarios.ts'

/** An arm that nobody has seen: what its table prints, but its result. */
export interface UnseenArm extends Pick<FittedArm, 'indication' | 'scale' | 'hasPrp'> {
  readonly people: number
  readonly scenarios: readonly Scenario[]
}

/** Mean and spread of the level of a new study under one point of the grid. */
function levelOfNew(fit: ImprovementFit, point: FitPoint, arm: Pick<FittedArm, 'indication' | 'scale' | 'hasPrp'>) {
  const isNew = { ...arm, studyNumber: -1 }
  const covariances = fit.arms.map((known) => priorCovariance(known, isNew, point))
  const weights = solveLower(point.lower, covariances)
  const variance = priorCovariance(isNew, isNew, point) + point.withinStudy ** 2 - dot(weights, weights)
  return {
    mean: priorMean(arm) + dot(weights, point.residual),
    sd: NEW_STUDY_WIDENING * Math.sqrt(Math.max(variance, 1e-12)),
  }
}

/**
 * Quantiles of the improvement (percent) that a new study of this kind would print: everything that is not known of the
 * model, the difference between studies, the sampling of its people, and the ways in which it may have been run.
 */
export function predictImprovement(fit: ImprovementFit, arm: UnseenArm, probabilities: readonly number[]): number[] {
  const parts = fit.points.flatMap((point) => {
    const { mean, sd } = levelOfNew(fit, point, arm)
    return arm.scenarios.map(({ weight, progress }) => {
      const visible = visibleProgress(progress, point.curvature)
      const share = Math.min(Math.max(improvementAt(mean, visible), 0.05), 0.95)
      const error = (levelSlope(share, visible) * IMPROVEMENT_PRIOR.peopleSd) / Math.sqrt(arm.people)
      return { weight: weight * point.weight, mean, sd: Math.hypot(sd, error), visible }
    })
  })
  const below = (share: number) =>
    parts.reduce(
      (sum, { weight, mean, sd, visible }) => sum + weight * normalCdf((levelOf(share, visible) - mean) / sd),
      0,
    )
  return probabilities.map((probability) => 100 * bisect(below, probability))
}

/** The share of which `below` is the probability; a mass at no improvement gives 0. */
function bisect(below: (share: number) => number, probability: number): number {
  let low = 0
  let high = 1
  if (below(low) >= probability) return 0
  for (let step = 0; step < 22; step++) {
    const middle = (low + high) / 2
    if (below(middle) < probability) low = middle
    else high = middle
  }
  return (low + high) / 2
}
