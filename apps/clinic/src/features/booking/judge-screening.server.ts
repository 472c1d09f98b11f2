import type { InvalidScreening, Screening, Verdict } from '@pointille/protocol'
import type { Caller } from '#features/access/index.server.ts'
import type { VerdictForbids } from './refusals.ts'

/** The answers of the health questions with what they permit today. */
export type JudgedScreening = {
  screening: Screening
  verdict: Verdict
  /** This clinic begins with a consultation, and the caller is not known to have had one. */
  consultationFirst: boolean
}

/** Checks answers from outside and decides what they permit; nothing is stored. */
export async function judgeScreening(_caller: Caller, _input: unknown): Promise<JudgedScreening | InvalidScreening> {
  throw new Error('not built yet')
}

/**
 * Whether a service of a kind may start on a local date under this judgement: the gate of search and hold alike.
 */
export function gate(
  _judged: JudgedScreening,
  _wish: { kind: 'consultation' | 'treatment'; startOn: string },
): true | VerdictForbids {
  throw new Error('not built yet')
}
