import { randomUUID } from 'node:crypto'
import { type EventKind, type EventPayloads, planHash } from '@pointille/protocol'
import type { Caller } from '#features/access/index.server.ts'
import { isNotAllowed, type NotAllowed } from '#features/records/index.server.ts'
import type { EventAnswer } from './answers.ts'
import { appendEvents } from './append-events.server.ts'
import type { ExaminationDraft } from './examination/draft.ts'
import { checkDraft, type InvalidExamination } from './examination/read-form.ts'

export type StepAnswer = EventAnswer | NotAllowed | { refusal: 'NoSuchTreatment' }
type Step = { [K in EventKind]: { kind: K } & EventPayloads[K] }[EventKind]

/** Records one step that a form says, here and now, by whoever is signed in. */
export async function recordStep(caller: Caller, treatmentId: string, step: Step): Promise<StepAnswer> {
  const by = caller.actor.kind === 'member' ? caller.actor.memberId : ''
  const event = { ...step, eventId: randomUUID(), at: new Date(caller.nowAt).toISOString(), by }
  const answer = await appendEvents(caller, treatmentId, [event])
  if (isNotAllowed(answer) || 'refusal' in answer) return answer
  return answer.answers[0]!
}

/** The practitioner's examination: phototype and plan, whose hash the consent will name. */
export async function examine(
  caller: Caller,
  treatmentId: string,
  draft: ExaminationDraft,
): Promise<StepAnswer | InvalidExamination> {
  const checked = checkDraft(draft)
  if ('refusal' in checked) return checked
  const { phototype, plan } = checked
  const byDoctor = caller.actor.kind === 'member' && caller.actor.doctor
  return recordStep(caller, treatmentId, { kind: 'examined', phototype, plan, planHash: planHash(plan), byDoctor })
}
