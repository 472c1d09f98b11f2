import { type Language, longDate } from '../language.ts'
import type { ScreeningWords } from './screening-words.ts'
import type { Verdict } from './verdict.ts'
import { screeningEn } from './words-en.ts'
import { screeningFr } from './words-fr.ts'

export const screeningWords: Readonly<Record<Language, ScreeningWords>> = { fr: screeningFr, en: screeningEn }

export interface VerdictWords {
  /** What may be booked now. */
  sentence: string
  /** Why: the rule that decided. Undefined for `allow`. */
  reason?: string
  /** When that rule ends, if it does. */
  expires?: string
}

/** The verdict as the patient reads it: what, why, until when. */
export function verdictWords(verdict: Verdict, language: Language): VerdictWords {
  const { verdicts, reasons, expires } = screeningWords[language]
  if (verdict.kind === 'allow') return { sentence: verdicts.allow }
  const words: VerdictWords = { sentence: sentenceOf(verdict, language), reason: reasons[verdict.rule.id] }
  if (verdict.rule.expiresOn !== undefined) {
    words.expires = expires.replace('{date}', longDate(verdict.rule.expiresOn, language))
  }
  return words
}

function sentenceOf(verdict: Exclude<Verdict, { kind: 'allow' }>, language: Language): string {
  const { verdicts, reasons } = screeningWords[language]
  if (verdict.kind === 'deferUntil') {
    const reason = reasons[verdict.rule.id]
    const clause = reason.charAt(0).toLowerCase() + reason.slice(1)
    return verdicts.deferUntil.replace('{date}', longDate(verdict.untilOn, language)).replace('{reason}', clause)
  }
  if (verdict.kind === 'needsClinician' && verdict.notBeforeOn !== undefined) {
    return verdicts.needsClinicianNotBefore.replace('{date}', longDate(verdict.notBeforeOn, language))
  }
  return verdicts[verdict.kind]
}
