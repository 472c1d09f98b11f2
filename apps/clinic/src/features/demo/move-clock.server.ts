import { Temporal } from 'temporal-polyfill'
import { type Caller, may } from '#features/access/index.server.ts'
import { readClockOffset, writeClockOffset } from '#platform/house/house.queries.server.ts'

/** By how much, to which wall-clock minute of the clinic ('2026-11-24T09:30'), or back to the real time. */
export type ClockMove = { byMs: number } | { toLocal: string } | 'real'

export type ClockMoved =
  | { nowAt: number }
  | { refusal: 'NotADemo' }
  | { refusal: 'UnrealTime' }
  | { refusal: 'TooFar'; limitDays: number }

const dayMs = 86_400_000
const limitDays = 730

/** Moves the clock by which the rules of the whole house judge, in every process; the real one stays where it is. */
export async function moveClock({ house, clinic, actor }: Caller, move: ClockMove): Promise<ClockMoved> {
  if (!may(actor, 'useDemo', { isDemo: house.isDemo })) return { refusal: 'NotADemo' }
  const offsetMs = await readClockOffset(house.db)
  const realAt = house.now() - offsetMs
  const next = offsetAfter(move, { offsetMs, realAt, timeZone: clinic.timeZone })
  if (next === undefined) return { refusal: 'UnrealTime' }
  if (Math.abs(next) > limitDays * dayMs) return { refusal: 'TooFar', limitDays }
  await writeClockOffset(house.db, next)
  await house.clockMoved()
  return { nowAt: house.now() }
}

function offsetAfter(
  move: ClockMove,
  { offsetMs, realAt, timeZone }: { offsetMs: number; realAt: number; timeZone: string },
): number | undefined {
  if (move === 'real') return 0
  if ('byMs' in move) return offsetMs + move.byMs
  try {
    const local = Temporal.PlainDateTime.from(move.toLocal)
    // The offset is kept in whole seconds: rounded down, the clock would show the minute before.
    return Math.ceil((local.toZonedDateTime(timeZone).epochMilliseconds - realAt) / 1000) * 1000
  } catch {
    return undefined
  }
}
