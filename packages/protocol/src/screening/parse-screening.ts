import { type ContraindicationId, isContraindicationId, listContraindications } from '../evidence.ts'
import { isIndication } from '../indications.ts'
import { ageOn, isLocalDate, type LocalDate } from '../local-date.ts'
import { isRecord } from '../shape.ts'
import type { Answer, Answers, Screening } from './screening.ts'

/** What a field had to be, and was not. */
export type ScreeningLimit =
  | 'record'
  | 'known-field'
  | 'known-indication'
  | 'real-date'
  | 'not-after-today'
  | 'not-before-birth'
  | 'at-most-120-years'
  | 'at-least-one-answer'
  | 'none-stands-alone'
  | 'known-condition'
  | 'true-or-date'

export interface InvalidScreening {
  refusal: 'InvalidScreening'
  /** 'indication', 'birthDate', 'answers', 'answers.CI05'…; '' = the whole. */
  field: string
  limit: ScreeningLimit
  code: 'PT-422-SCREENING'
}

const OLDEST_YEARS = 120

/** Checks answers that came from outside. Never throws: whatever came, the result is a screening or a typed refusal. */
export function parseScreening(
  input: unknown,
  { todayOn }: { todayOn: LocalDate },
): { screening: Screening } | InvalidScreening {
  if (!isRecord(input)) return refuse('', 'record')
  const stranger = Object.keys(input).find((key) => !['indication', 'birthDate', 'answers'].includes(key))
  if (stranger !== undefined) return refuse(stranger.slice(0, 40), 'known-field')
  const { indication, birthDate, answers } = input
  if (!isIndication(indication)) return refuse('indication', 'known-indication')
  if (!isLocalDate(birthDate)) return refuse('birthDate', 'real-date')
  if (birthDate > todayOn) return refuse('birthDate', 'not-after-today')
  if (ageOn(birthDate, todayOn) > OLDEST_YEARS) return refuse('birthDate', 'at-most-120-years')
  const parsed = parseAnswers(answers, { birthDate, todayOn })
  return 'refusal' in parsed ? parsed : { screening: { indication, birthDate, answers: parsed.answers } }
}

function parseAnswers(
  input: unknown,
  days: { birthDate: LocalDate; todayOn: LocalDate },
): { answers: Answers } | InvalidScreening {
  if (!isRecord(input)) return refuse('answers', 'record')
  const keys = Object.keys(input)
  if (keys.length === 0) return refuse('answers', 'at-least-one-answer')
  if (keys.includes('none')) {
    if (keys.length > 1) return refuse('answers.none', 'none-stands-alone')
    return input.none === true ? { answers: { none: true } } : refuse('answers.none', 'true-or-date')
  }
  if (keys.length > listContraindications().length) return refuse('answers', 'known-condition')
  const answers: Partial<Record<ContraindicationId, Answer>> = {}
  for (const key of keys) {
    const field = `answers.${key.slice(0, 40)}`
    if (!isContraindicationId(key)) return refuse(field, 'known-condition')
    const answer = input[key]
    if (answer !== true) {
      if (typeof answer !== 'string') return refuse(field, 'true-or-date')
      if (!isLocalDate(answer)) return refuse(field, 'real-date')
      if (answer > days.todayOn) return refuse(field, 'not-after-today')
      if (answer < days.birthDate) return refuse(field, 'not-before-birth')
    }
    answers[key] = answer
  }
  return { answers }
}

function refuse(field: string, limit: ScreeningLimit): InvalidScreening {
  return { refusal: 'InvalidScreening', field, limit, code: 'PT-422-SCREENING' }
}
