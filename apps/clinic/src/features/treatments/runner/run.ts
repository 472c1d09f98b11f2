import type { EventKind, Problem, TreatmentState, ZoneId } from '@pointille/protocol'
import { possibleEvents } from '@pointille/protocol'
import type { Language } from '#platform/languages/languages.ts'
import type { TreatmentView } from '../treatment-view.ts'
import type { TreatmentLine } from './treatment-line.svelte.ts'

/** What every screen of the runner needs. */
export type Run = {
  line: TreatmentLine
  view: TreatmentView
  language: Language
  /** Epoch ms by the server's clock; moves every second. */
  readonly nowAt: number
  links: { overview: string; consent: string; signIn: string }
  /** Opens the report of a problem; `problem` is chosen already. */
  report: (problem?: Problem) => void
  /** Says a sentence to screen readers. */
  say: (sentence: string) => void
}

/** Whether a step may come now. What may not is not drawn. */
export function isPossible(state: TreatmentState, kind: EventKind, zone?: ZoneId): boolean {
  return possibleEvents(state).some((event) => event.kind === kind && (!('zone' in event) || event.zone === zone))
}
