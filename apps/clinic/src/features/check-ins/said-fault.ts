import type { Language } from '#platform/languages/languages.ts'
import type { AnswerFault } from './check-in-form.ts'
import { spaceWords } from './words.ts'

/** The sentence of a fault: the same in the summary and at its question. */
export function saidFault({ question, fault }: AnswerFault, language: Language): string {
  const { faults } = spaceWords[language]
  return fault === 'contradiction' ? faults.contradiction : faults.missing[question]
}
