import { checkInWords, type Severity, severities } from '@pointille/protocol'
import type { Language } from '#platform/languages/languages.ts'
import { countUpTo, type ExpectedDay, type ExpectedGrade, type ForecastAnswer } from './expected-day.ts'
import { expectedWords } from './expected-words.ts'
import { countedAnswer } from './place-among.ts'

/** 'aucune à légère', or '0 à 2': between what 9 courses in 10 lie. */
export function saidRange(expected: ExpectedDay, asked: ForecastAnswer, language: Language): string {
  const { between } = expectedWords[language]
  if (asked === 'pain') return between(String(expected.pain.low), String(expected.pain.high))
  const { rednessLevels, swellingLevels } = checkInWords[language]
  const levels = asked === 'redness' ? rednessLevels : swellingLevels
  const { low, high } = expected[asked]
  return between(levels[low], levels[high])
}

/** 'Au jour 3, environ 17 personnes sur 20 ont une rougeur légère ou aucune.' */
export function saidPeople(expected: ExpectedDay, own: Severity, language: Language): string {
  const { onDay, people } = expectedWords[language]
  const answer = countedAnswer(expected.redness, own)
  return onDay(expected.day, people(countUpTo(expected.redness, answer), answer))
}

/** The dots, for who does not see them. */
export function saidDots({ counts }: ExpectedGrade, own: Severity, language: Language): string {
  const levels = checkInWords[language].rednessLevels
  const told = severities.map((severity, at) => `${counts[at]} ${levels[severity]}`)
  return expectedWords[language].spoken(told.join(', '), levels[own])
}
