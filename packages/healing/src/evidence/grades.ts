import { GRADE_ROWS } from '../generated/grades.ts'

/** Strength of the evidence for one indication and treatment; our own judgement of the tables. */
export type EvidenceGrade = {
  /** Row of `evidence/grades.csv`. */
  readonly id: string
  readonly indication: string
  readonly treatment: string
  readonly grade: 'none' | 'very low' | 'low' | 'low to moderate' | 'moderate' | 'high'
  /** Solid dots out of three. */
  readonly dots: 0 | 1 | 2 | 3
  readonly why: string
}

export const evidenceGrades: readonly EvidenceGrade[] = GRADE_ROWS

/** The grade with this id; throws for an id that the table does not hold. */
export const getEvidenceGrade = (id: string): EvidenceGrade => {
  const grade = evidenceGrades.find((row) => row.id === id)
  if (!grade) throw new Error(`No evidence grade ${id}`)
  return grade
}
