/** What the clinical figure takes from the cascade: how organised new collagen grows in time. */
export interface TimeShape {
  /** Organised collagen above rest on `day`, over that of the reference visit (four monthly treatments, day 180). */
  progress(treatmentDays: readonly number[], day: number): number
}

export const REFERENCE_TREATMENT_DAYS: readonly number[] = [0, 30, 60, 90]
export const REFERENCE_DAY = 180

/** PROVISIONAL until the cascade stands. */
export const provisionalTimeShape: TimeShape = {
  progress: (treatmentDays, day) => collagen(treatmentDays, day) / collagen(REFERENCE_TREATMENT_DAYS, REFERENCE_DAY),
}

function collagen(treatmentDays: readonly number[], day: number): number {
  const step = 0.25
  let soft = 0
  let organised = 0
  for (let t = 0; t < day; t += step) {
    let fibroblasts = 0
    for (const start of treatmentDays) {
      if (t >= start) fibroblasts += 2.2 * (Math.exp(-0.095 * (t - start)) - Math.exp(-0.35 * (t - start)))
    }
    const active = 3 * (1 - Math.exp(-fibroblasts / 3))
    const made = (0.04792 * active) / (1 + soft / 1.127) - (0.001421 + 0.009339) * soft
    organised += step * (0.001421 * soft - 0.0001265 * organised)
    soft += step * made
  }
  return organised
}
