import type { TrialArm } from '../evidence/trial-arm.ts'
import type { CalibrationArm } from '../outcomes/improvement-arms.ts'
import { meanOf } from './coverage.ts'

/** What somebody without a model would say, in percent. */
export interface BaselineGuess {
  /** Mean of the calibration studies of the indication; of all of them where it has none. */
  readonly indicationMean: number
  /** A straight line through improvement against the number of treatments; the plain mean where that number is not printed. */
  readonly treatmentsRegression: number
}

/**
 * The two guesses for one arm from the same studies that the model may use. Each study counts once. Arms without PRP are
 * guessed from arms without; arms with PRP from arms with, or from the indication's others where there are none: the
 * guesses are not made weaker than a sensible person's.
 */
export function guessFor(arm: TrialArm, known: readonly CalibrationArm[]): BaselineGuess {
  const alike = known.filter(({ hasPrp }) => hasPrp === arm.hasPrp)
  const ofIndication = (arms: readonly CalibrationArm[]) =>
    arms.filter(({ indication }) => indication === arm.indication)
  const pools = [ofIndication(alike), arm.hasPrp ? ofIndication(known) : [], alike, known]
  const pool = pools.find(({ length }) => length > 0) ?? []
  return {
    indicationMean: meanOf(onceAStudy(pool)),
    treatmentsRegression: regressionGuess(arm, alike.length > 1 ? alike : known),
  }
}

function regressionGuess(arm: TrialArm, known: readonly CalibrationArm[]): number {
  const points = known
    .filter(({ treatments }) => treatments.length > 0)
    .map((other) => ({ x: meanOf(other.treatments), y: other.improvementPercent }))
  const [x, y] = [meanOf(points.map((point) => point.x)), meanOf(points.map((point) => point.y))]
  const spread = points.reduce((sum, point) => sum + (point.x - x) ** 2, 0)
  if (arm.treatments.length === 0 || spread === 0) return meanOf(onceAStudy(known))
  const slope = points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0) / spread
  return y + slope * (meanOf(arm.treatments) - x)
}

function onceAStudy(arms: readonly CalibrationArm[]): number[] {
  const byStudy = Map.groupBy(arms, ({ studyNumber }) => studyNumber)
  return [...byStudy.values()].map((rows) => meanOf(rows.map(({ improvementPercent }) => improvementPercent)))
}
