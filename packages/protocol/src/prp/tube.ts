import type { Instant } from '../instant.ts'
import type { PrpEventKind, PrpEventOf } from './event.ts'

/**
 * Where a tube stands. drawn (label printed) → labelled (scanned back at the chair) → spinning → spun → matched → inSyringe → applied → closed.
 * From anywhere before the skin: discarded, or stopped when it met another person.
 */
export type TubeStatus =
  | 'notDrawn'
  | 'drawn'
  | 'labelled'
  | 'spinning'
  | 'spun'
  | 'matched'
  | 'inSyringe'
  | 'applied'
  | 'closed'
  | 'stopped'
  | 'discarded'

export interface Spin {
  placeId: string
  radiusMm: number
  rpm: number
  forceG: number
  minutes: number
  startedAt: Instant
  endedAt?: Instant
  by: string
  /** It ran for the minutes it was set to. One cut short counts as none. */
  completed: boolean
}

/** A tube so far: the sum of its events and nothing else. */
export interface Tube {
  status: TubeStatus
  eventIds: readonly string[]
  lastAt?: Instant
  draw?: { patientId: string; treatmentId: string; at: Instant; by: string; tubeLot?: string }
  /** The label that counts; the others are void. */
  label?: string
  voidLabels: readonly string[]
  spins: readonly Spin[]
  match?: { treatmentId: string; at: Instant; by: string }
  syringeLabel?: string
  application?: { treatmentId: string; at: Instant; by: string }
  mismatch?: PrpEventOf<'mismatched'>
  colleagueCalledAt?: Instant
  discard?: PrpEventOf<'discarded'>
}

export function emptyTube(): Tube {
  return { status: 'notDrawn', eventIds: [], voidLabels: [], spins: [] }
}

/** Applied and its remains thrown away, or thrown away: nobody needs to look for it tonight. */
export function isAccountedFor({ status }: Tube): boolean {
  return status === 'closed' || status === 'discarded' || status === 'notDrawn'
}

/** The last spin that ran its time. */
export function countedSpin(tube: Tube): Spin | undefined {
  return tube.spins.findLast(({ completed }) => completed)
}

/** The spin that runs now. */
export function runningSpin(tube: Tube): Spin | undefined {
  return tube.status === 'spinning' ? tube.spins.at(-1) : undefined
}

const atTheChair = ['mismatched', 'discarded'] as const

const steps: Readonly<Record<TubeStatus, readonly PrpEventKind[]>> = {
  notDrawn: ['drawn'],
  drawn: ['labelChecked', 'labelReprinted', ...atTheChair],
  labelled: ['spinStarted', 'labelReprinted', ...atTheChair],
  spinning: ['spinEnded', ...atTheChair],
  // A second spin is usual (V-61, V-62).
  spun: ['identityMatched', 'spinStarted', ...atTheChair],
  matched: ['syringeFilled', 'identityMatched', ...atTheChair],
  inSyringe: ['applied', 'identityMatched', ...atTheChair],
  applied: ['remainsDiscarded'],
  // No way back to the skin: nobody, whatever their role, can override it.
  stopped: ['discarded', 'colleagueCalled'],
  closed: [],
  discarded: [],
}

/** What may come next, by the tube's place alone; the time limit and what is scanned may still refuse it. */
export function possiblePrpEvents({ status }: Tube): readonly PrpEventKind[] {
  return steps[status]
}
