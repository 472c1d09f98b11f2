import type { z } from 'zod'
import type { Language } from '#platform/languages/languages.ts'
import { type FormatName, formatExamples } from './formats.ts'
import type { Problem } from './problem.ts'
import { apiWords } from './words.ts'

type Issue = z.core.$ZodIssue

/** The first fault of a request as field, limit and a sentence that says how to go on. */
export function describeIssue(issue: Issue, language: Language): Pick<Problem, 'field' | 'limit' | 'message'> {
  return { field: fieldOf(issue), ...limitOf(issue, language) }
}

/** A path with dots, cut where somebody sent a very long name. */
function fieldOf(issue: Issue): string {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path
  return path.map((part) => String(part).slice(0, 40)).join('.')
}

function limitOf(issue: Issue, language: Language): { limit?: number | string; message: string } {
  const { field, formats } = apiWords[language]
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return { limit: issue.expected, message: field.missing }
      return { limit: issue.expected, message: field.type(issue.expected) }
    case 'too_big':
      return { limit: Number(issue.maximum), message: field.atMost(amount(issue.origin, issue.maximum, language)) }
    case 'too_small':
      return { limit: Number(issue.minimum), message: field.atLeast(amount(issue.origin, issue.minimum, language)) }
    case 'invalid_value': {
      const choices = issue.values.join(', ')
      return { limit: choices, message: issue.input === undefined ? field.missing : field.oneOf(choices) }
    }
    case 'unrecognized_keys':
      return { message: field.unknown }
    case 'invalid_format': {
      const isOwn = Object.hasOwn(formats, issue.format)
      const limit = Object.hasOwn(formatExamples, issue.format)
        ? formatExamples[issue.format as FormatName]
        : issue.format
      return { limit, message: isOwn ? formats[issue.format as keyof typeof formats] : field.invalid }
    }
    case 'invalid_union':
      return { limit: `true, ${formatExamples.localDate}`, message: formats.trueOrDate }
    default:
      return { message: field.invalid }
  }
}

function amount(origin: string, limit: number | bigint, language: Language): string {
  return origin === 'string' ? apiWords[language].field.characters(Number(limit)) : String(limit)
}
