import type { QuestionId } from './questions.ts'
import type { RuleId, Verdict } from './verdict.ts'

/** Every word of the health questions and their verdicts, in one language. */
export interface ScreeningWords {
  intro: string
  none: string
  birthDate: string
  questions: Record<QuestionId, string>
  /** Label of the date field, for dated questions. */
  datePrompts: Partial<Record<QuestionId, string>>
  verdicts: Record<Verdict['kind'] | 'needsClinicianNotBefore', string>
  expires: string
  /** Why, as one or two sentences for the patient. */
  reasons: Record<RuleId, string>
}
