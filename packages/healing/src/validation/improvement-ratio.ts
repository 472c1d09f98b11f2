import type { KineticRow } from '../calibration/kinetic-row.ts'
import { settleScenario } from '../calibration/settle-scenario.ts'
import { type ParameterDraw, placeOf } from '../cascade/parameters.ts'
import { openLumen, plateletDose } from '../cascade/solve-course.ts'
import type { DoseDraw } from '../dose/dose-draw.ts'
import { needlingDose } from '../dose/needling-dose.ts'
import { improvementTrial, LEAST_SEEN } from '../outcomes/improvement.ts'
import { organisedGains, referenceGain } from '../outcomes/time-shape.ts'
import type { Random } from '../random.ts'

/** Improvement at `at_hours` over that at `at_hours_2`, both from the last treatment. */
export const IMPROVEMENT_RATIO = 'improvement-ratio'

/** Of a trial that does not print how many; one needling alone is no trial of improvement. */
const USUAL_TREATMENTS = { low: 3, high: 6, isTotal: false }

/** Why such a row cannot be predicted; undefined when it can. */
export function whyNoRatio({ scenario: { atHours, atHours2 } }: KineticRow): string | undefined {
  if (atHours !== undefined && atHours2 !== undefined) return
  return `noHour: ${IMPROVEMENT_RATIO} needs ${atHours === undefined ? 'at_hours' : 'at_hours_2'}`
}

/**
 * The ratio that one possible trial prints: the clinical figure of a forecast at both visits, in one clinic with its people.
 * Its shape in time comes from the cascade; the table does not say of which indication it speaks, so any may be meant.
 * NaN where this trial would see no improvement at one of the visits.
 */
export function predictRatio(row: KineticRow, draw: ParameterDraw, doseDraw: DoseDraw, random: Random): number {
  const { atHours = Number.NaN, atHours2 = Number.NaN } = row.scenario
  const scenario = settleScenario({ treatments: USUAL_TREATMENTS, ...row.scenario }, random)
  const since = scenario.treatments.at(-1)?.day ?? 0
  const doses = scenario.treatments.map((treatment) =>
    needlingDose(treatment, scenario.site, scenario.ageYears, doseDraw),
  )
  // PRP counts once, by what trials of PRP show, and so is left out of the collagen.
  const needled = { ...scenario, treatments: scenario.treatments.map(({ prp: _, ...treatment }) => treatment) }
  const days = [since + atHours / 24, since + atHours2 / 24]
  const reference = referenceGain(draw, doseDraw)
  const trial = improvementTrial(random)
  const [first, second] = organisedGains(needled, doses, draw, days).map((gain) =>
    trial.at(Math.max(0, gain) / reference, prpShare(scenario.treatments, draw)),
  ) as [number, number]
  return Math.min(first, second) < LEAST_SEEN ? Number.NaN : first / second
}

/** All treatments of a settled scenario have the same plasma: what enters of it, weighted by its platelets, 0..1. */
function prpShare([treatment]: ReturnType<typeof settleScenario>['treatments'], draw: ParameterDraw): number {
  if (!treatment?.prp) return 0
  const { delayMinutes, plateletFactor } = treatment.prp
  const entered = openLumen(delayMinutes, treatment.occlusionHours ?? 0, draw)
  return (entered * plateletDose(plateletFactor, draw)) / draw[placeOf('aPRP')]!
}
