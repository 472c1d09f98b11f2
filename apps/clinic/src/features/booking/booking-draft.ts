import { answersFromQuestions, type Indication, type SelectedQuestion } from '@pointille/protocol'

/** How long answers of an unfinished booking stay on the visitor's own device, from the last one given. */
export const draftMaxAgeMs = 60 * 60_000

export type HealthAnswers = { selected: SelectedQuestion[]; birthDate: string }

/** As typed; `details-form.ts` says when it is complete. */
export type TypedDetails = { givenName: string; familyName: string; phone: string; email: string }

/** Somebody else took it, its ten minutes ran out, or it was never on offer. */
export type LostWhy = 'taken' | 'ended' | 'notOffered'

/**
 * What a visitor has answered so far. It travels in one sealed cookie: the steps work without JavaScript, and nothing is
 * stored here about people who never come.
 */
export type BookingDraft = {
  /** Epoch ms of the last answer. */
  writtenAt?: number
  indication?: Indication
  health?: HealthAnswers
  serviceId?: string
  practitionerId?: string
  /** The start chosen in the list, held or not. */
  startAt?: number
  holdId?: string
  /** The start that was wanted and is not to be had any more, shown once more so that its absence is understood. */
  lost?: { startAt: number; why: LostWhy }
  typed?: TypedDetails
  details?: TypedDetails
  done?: { manageToken: string; email: string }
}

export type BookingStep = 'bookNeed' | 'bookHealth' | 'bookTime' | 'bookDetails' | 'bookCheck'

/** The draft in an unsealed cookie, or an empty one: none, or an hour old. */
export function openDraft(unsealed: unknown, nowAt: number): BookingDraft {
  if (typeof unsealed !== 'object' || unsealed === null) return {}
  const draft = unsealed as BookingDraft
  const isFresh = draft.writtenAt !== undefined && nowAt - draft.writtenAt < draftMaxAgeMs
  return isFresh ? draft : {}
}

/** The step that must be answered before this one can be shown; undefined when nothing is missing. */
export function missingStep(draft: BookingDraft, step: BookingStep): BookingStep | undefined {
  const needed: [BookingStep, unknown][] = [
    ['bookNeed', draft.indication],
    ['bookHealth', draft.health],
    ['bookTime', draft.holdId],
    ['bookDetails', draft.details],
  ]
  const at = needed.findIndex(([name]) => name === step)
  return needed.slice(0, at === -1 ? needed.length : at).find(([, answer]) => answer === undefined)?.[0]
}

/** The draft's answers as the use cases take them; they judge them again. */
export function screeningOf({ indication, health }: BookingDraft): Record<string, unknown> {
  return {
    indication,
    birthDate: health?.birthDate,
    answers: answersFromQuestions(health?.selected ?? []),
  }
}

/** How many situations were ticked. */
export function countSituations({ health }: BookingDraft): number {
  return (health?.selected ?? []).filter(({ questionId }) => questionId !== 'none').length
}
