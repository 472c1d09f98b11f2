import { ACNE_SCAR_ROWS } from '../generated/acne-scar-studies.ts'

/** One arm of a published study of needling alone on acne scars; `id` is its row in `evidence/outcomes.csv`. */
export type AcneScarStudy = {
  readonly id: string
  readonly study: string
  readonly year: number | undefined
  readonly people: number
  /** The design as the table words it, in English. */
  readonly design: string
  readonly randomised: boolean
  /** Fall of the study's own score, 0..100; a median where the study printed medians. */
  readonly improvementPercent: number
  readonly sourceUrl: string
  /** `secondary` = quoted by another page than the paper. */
  readonly confidence: 'verified' | 'secondary'
}

/** The eight needling-alone arms that print a score, best mean first. */
export const acneScarStudies: readonly AcneScarStudy[] = [...ACNE_SCAR_ROWS].sort(
  (a, b) => b.improvementPercent - a.improvementPercent,
)

/** Mean improvement over studies, every person counting once, in percent. */
export const meanImprovementByPeople = (studies: readonly AcneScarStudy[]): number => {
  const people = studies.reduce((sum, study) => sum + study.people, 0)
  return studies.reduce((sum, study) => sum + study.improvementPercent * study.people, 0) / people
}
