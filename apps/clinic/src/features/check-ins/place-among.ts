import { type Severity, severities } from '@pointille/protocol'
import { answersOutside, type ExpectedDay, type ExpectedGrade } from './expected-day.ts'

/** Where an answer lies: with 9 courses in 10, below them, or above. */
export type Place = 'inside' | 'less' | 'outside'

export function placeAmong({ low, high }: Pick<ExpectedGrade, 'low' | 'high'>, answer: Severity): Place {
  const at = severities.indexOf(answer)
  if (at > severities.indexOf(high)) return 'outside'
  return at < severities.indexOf(low) ? 'less' : 'inside'
}

/**
 * The answer up to which people are counted in the sentence beside the dots: the person's own, and where that is outside
 * the most marked that somebody was expected to give.
 */
export function countedAnswer(expected: ExpectedGrade, own: Severity): Severity {
  if (placeAmong(expected, own) !== 'outside') return own
  const most = Math.max(
    0,
    expected.counts.findLastIndex((count) => count > 0),
  )
  return severities[Math.min(most, severities.indexOf(expected.high))]!
}

/** Where a whole day lies: outside as soon as one answer is, else where its redness is. */
export function placeOfDay(
  expected: ExpectedDay,
  said: { redness: string; swelling: string; painScore: number },
): Place {
  const { redness, swelling } = said as { redness: Severity; swelling: Severity }
  if (answersOutside(expected, { redness, swelling, painScore: said.painScore }).length > 0) return 'outside'
  return placeAmong(expected.redness, redness)
}
