import type { z } from 'zod'
import type { Language } from '#platform/languages/languages.ts'
import type { problem } from './schemas.ts'
import { apiWords } from './words.ts'

/** The body of every refusal. */
export type Problem = z.output<typeof problem>

/** Every code, with its HTTP status. */
export const problemStatus = {
  'PT-400-INPUT': 400,
  'PT-400-JSON': 400,
  'PT-400-SCREENING': 400,
  'PT-400-SPAN': 400,
  'PT-404-CLINIC': 404,
  'PT-404-SERVICE': 404,
  'PT-404-PRACTITIONER': 404,
  'PT-404-HOLD': 404,
  'PT-404-PATH': 404,
  'PT-405-METHOD': 405,
  'PT-409-SLOT': 409,
  'PT-409-EXTENDED': 409,
  'PT-409-CONFIRMED': 409,
  'PT-409-PATIENT': 409,
  'PT-410-HOLD': 410,
  'PT-413-BODY': 413,
  'PT-415-TYPE': 415,
  'PT-422-VERDICT': 422,
  'PT-429': 429,
} as const

export type ProblemCode = keyof typeof problemStatus

/** What an operation answers: a body of its own, or a refusal. */
export type Reply = { status: 200 | 201; body: unknown } | { status: 204 } | Refused

export type Refused = { problem: Problem & { code: ProblemCode }; headers?: Record<string, string> }

/** A refusal with its sentence; `message` replaces the code's own sentence where a narrower one is known. */
export function refuse(
  language: Language,
  code: ProblemCode,
  details: Partial<Omit<Problem, 'code'>> = {},
  headers?: Record<string, string>,
): Refused {
  const { message = apiWords[language].problems[code], ...rest } = details
  return { problem: { code, ...rest, message }, headers }
}
