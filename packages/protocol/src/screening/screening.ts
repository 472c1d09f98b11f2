import type { ContraindicationId } from '../evidence.ts'
import type { Indication } from '../indications.ts'
import type { LocalDate } from '../local-date.ts'

/** true = it applies, date unknown; a date = the last day it applied (last dose, day of the surgery, start of the scar). */
export type Answer = true | LocalDate

/** Nothing applies, said explicitly, or the rows of the contraindication table that apply. */
export type Answers = { none: true } | Partial<Record<ContraindicationId, Answer>>

/** The health questions as answered on one day. */
export interface Screening {
  indication: Indication
  birthDate: LocalDate
  answers: Answers
}

/** What applies, in the order of the evidence table. Empty when the patient said "none". */
export function listAnswers(answers: Answers): { id: ContraindicationId; answer: Answer }[] {
  if ('none' in answers) return []
  return (Object.entries(answers) as [ContraindicationId, Answer][])
    .map(([id, answer]) => ({ id, answer }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}
