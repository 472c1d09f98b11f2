import type { Caller } from '#features/access/index.server.ts'
import { type HoldRequest, takeHold } from './take-hold.server.ts'

const pressedTwiceMs = 5_000

type Pressed = { at: number; answer: ReturnType<typeof takeHold> }
const pressed = new Map<string, Pressed>()

/**
 * `takeHold` for a page: the same visitor asking for the same start twice within seconds is one press that was sent twice,
 * and gets one hold. `visitor` tells browsers apart (their sealed cookie). Remembered in this process only: elsewhere the
 * second press finds the start taken, and no harm is done.
 */
export function takeHoldOnce(caller: Caller, request: HoldRequest, visitor: string): ReturnType<typeof takeHold> {
  const { nowAt } = caller
  for (const [key, { at }] of pressed) if (nowAt - at > pressedTwiceMs) pressed.delete(key)
  const key = `${visitor} ${request.serviceId} ${request.startAt} ${request.practitionerId ?? ''}`
  const known = pressed.get(key)
  if (known) return known.answer
  const answer = takeHold(caller, request)
  pressed.set(key, { at: nowAt, answer })
  answer.catch(() => pressed.delete(key))
  return answer
}
