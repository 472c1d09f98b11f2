import { isSameStudy } from '../evidence/study.ts'
import type { TrialArm } from '../evidence/trial-arm.ts'
import { type CalibrationArm, fittedArm, USUAL_PEOPLE } from '../outcomes/improvement-arms.ts'
import { fitImprovement, type ImprovementFit } from '../outcomes/improvement-fit.ts'
import { predictImprovement } from '../outcomes/improvement-prediction.ts'
import type { TimeShape } from '../outcomes/time-shape.ts'
import { scenariosOf } from '../outcomes/visit-scenarios.ts'
import { type BaselineGuess, guessFor } from './baselines.ts'

/** One arm, predicted without having seen it; percent. */
export interface ArmPrediction {
  readonly id: string
  readonly quantity: 'improvement'
  readonly observed: number
  readonly median: number
  readonly low90: number
  readonly high90: number
  readonly inside: boolean
  readonly study: string
  readonly indication: string
  readonly prp: boolean
  /** The model knows this study and was fitted anew without it. */
  readonly leftOut: boolean
  readonly guesses: BaselineGuess
}

/** Predicts arms one after the other; a fit without a study is kept for its next row. */
export function makeArmPredictor(known: readonly CalibrationArm[], shape: TimeShape) {
  const fits = new Map<string, ImprovementFit>()
  return (arm: TrialArm & { readonly improvementPercent: number }, study: string): ArmPrediction => {
    const same = new Set(known.filter((other) => isOf(other, arm)).map(({ studyNumber }) => studyNumber))
    const others = known.filter(({ studyNumber }) => !same.has(studyNumber))
    const key = [...same].sort((a, b) => a - b).join()
    const fit = fits.get(key) ?? fitImprovement(others.map((other) => fittedArm(other, shape)))
    fits.set(key, fit)
    const unseen = { ...arm, people: arm.people ?? USUAL_PEOPLE, scenarios: scenariosOf(arm, shape) }
    const [low90, median, high90] = predictImprovement(fit, unseen, [0.05, 0.5, 0.95]) as [number, number, number]
    const observed = arm.improvementPercent
    const guesses = guessFor(arm, others)
    return {
      id: arm.id,
      quantity: 'improvement',
      observed: rounded(observed),
      median: rounded(median),
      low90: rounded(low90),
      high90: rounded(high90),
      inside: low90 <= observed && observed <= high90,
      study,
      indication: arm.indication,
      prp: arm.hasPrp,
      leftOut: same.size > 0,
      guesses: {
        indicationMean: rounded(guesses.indicationMean),
        treatmentsRegression: rounded(guesses.treatmentsRegression),
      },
    }
  }
}

const isOf = (known: CalibrationArm, arm: TrialArm) => known.id === arm.id || isSameStudy(known.study, arm.study)
const rounded = (value: number) => Number(value.toFixed(2))
