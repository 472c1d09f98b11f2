import type { NeedlingTreatment } from './device.ts'
import type { NeedlingDose } from './needling-dose.ts'

/** What a practitioner must know before needling like this; the words are the reader's own. */
export type DoseWarning =
  /** The needle is longer than the skin of the site is thick on average. `throughProbability`: that its tip goes through. */
  | { code: 'needleLongerThanSkin'; needleMm: number; skinMm: number; throughProbability: number }
  /** More injury than the heaviest protocol that anybody published for the device. */
  | { code: 'aggressive'; timesHeaviest: number; probability: number }
  /** The tip most likely stays in the epidermis: nothing starts in the dermis. */
  | { code: 'staysInEpidermis'; probability: number }

/** A tip that goes through the skin in one draw of ten is told, even where the needle is shorter than the mean skin. */
const THROUGH_TOLD = 0.1

/**
 * @param median the dose at `MEDIAN_DOSE_DRAW`
 * @param draws the same treatment under many draws
 */
export function doseWarnings(
  treatment: NeedlingTreatment,
  median: NeedlingDose,
  draws: readonly NeedlingDose[],
): DoseWarning[] {
  if (treatment.passes === 0) return []
  const probability = (holds: (dose: NeedlingDose) => boolean) => draws.filter(holds).length / draws.length
  const warnings: DoseWarning[] = []
  const throughProbability = probability(({ beyondSkinMm }) => beyondSkinMm > 0)
  if (treatment.needleMm > median.skinMm || throughProbability >= THROUGH_TOLD)
    warnings.push({
      code: 'needleLongerThanSkin',
      needleMm: treatment.needleMm,
      skinMm: median.skinMm,
      throughProbability,
    })
  const aggressive = probability(({ aggression }) => aggression > 1)
  if (median.aggression > 1 || aggressive >= 0.5)
    warnings.push({ code: 'aggressive', timesHeaviest: median.aggression, probability: aggressive })
  const shallow = probability(({ injured }) => injured.dermis === 0)
  if (shallow >= 0.5) warnings.push({ code: 'staysInEpidermis', probability: shallow })
  return warnings
}
