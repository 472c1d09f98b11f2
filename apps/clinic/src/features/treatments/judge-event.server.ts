import type { TreatmentEvent } from '@pointille/protocol'
import { type Action, type Caller, may } from '#features/access/index.server.ts'
import type { ClinicRefusal } from './answers.ts'

/** How far a device may run ahead of the server. */
const aheadMs = 2 * 60_000
/** How old an event may be when it arrives: a device that lost the network sends what it kept. */
const behindMs = 12 * 3_600_000

/** The action that an event is, where it is more than running the treatment. */
const actionOf: Partial<Record<TreatmentEvent['kind'], Action>> = {
  examined: 'examine',
  sealed: 'sealTreatment',
  amended: 'sealTreatment',
}

/** What speaks against an event before the treatment's own rules are asked: who says it, and when. */
export function judgeEvent(caller: Caller, event: TreatmentEvent, openedAt: number): ClinicRefusal | undefined {
  const { actor, nowAt } = caller
  if (actor.kind !== 'member' || event.by !== actor.memberId) return { refusal: 'NotYou' }
  const action = actionOf[event.kind] ?? 'runTreatment'
  if (!may(actor, action)) return { refusal: 'NotAllowed', action }
  if (event.kind === 'examined' && event.byDoctor && !actor.doctor) return { refusal: 'NotAllowed', action }
  const at = Date.parse(event.at)
  if (at > nowAt + aheadMs || at < nowAt - behindMs || at < openedAt - aheadMs)
    return { refusal: 'ClockOff', why: { at: event.at, serverAt: new Date(nowAt).toISOString() } }
  return undefined
}
