/** The answer that none of the signs is there. */
export const noSigns = 'none'

export const questions = ['redness', 'swelling', 'painScore', 'redFlags'] as const
export type QuestionName = (typeof questions)[number]

/** What is wrong with an answer: it is missing, or "none of these" stands beside a sign. */
export type AnswerFault = { question: QuestionName; fault: 'missing' | 'contradiction' }

/** The form as it was sent, kept to be shown again. */
export type SentForm = { checkInId: string; redness: string; swelling: string; painScore: string; redFlags: string[] }

/** Reads the form; nothing is judged yet. */
export function readSentForm(form: FormData): SentForm {
  const one = (name: string) => String(form.get(name) ?? '')
  return {
    checkInId: one('checkInId'),
    redness: one('redness'),
    swelling: one('swelling'),
    painScore: one('painScore'),
    redFlags: form.getAll('redFlags').map(String),
  }
}

/**
 * What the patient said, for `parseCheckIn`, or what must be corrected first. "None of these" has to be said: an empty list
 * is no answer, and beside a sign it is two.
 */
export function answersOf(sent: SentForm, day: number): { answers: unknown } | { faults: AnswerFault[] } {
  const faults: AnswerFault[] = []
  for (const question of ['redness', 'swelling', 'painScore'] as const)
    if (sent[question] === '') faults.push({ question, fault: 'missing' })
  const signs = sent.redFlags.filter((sign) => sign !== noSigns)
  if (sent.redFlags.length === 0) faults.push({ question: 'redFlags', fault: 'missing' })
  else if (signs.length > 0 && signs.length < sent.redFlags.length)
    faults.push({ question: 'redFlags', fault: 'contradiction' })
  if (faults.length > 0) return { faults }
  const { redness, swelling, painScore } = sent
  const score = /^\d{1,2}$/.test(painScore) ? Number(painScore) : Number.NaN
  return { answers: { day, redness, swelling, painScore: score, redFlags: signs } }
}
