import type { PrpRefusal } from '@pointille/protocol'
import type { Action } from '#features/access/index.ts'

/** Why a step at the bench was not taken. Nothing of it was written. */
export type BenchRefusal =
  | PrpRefusal
  | { refusal: 'NotAllowed'; action: Action }
  /** The country prohibits it, or the medical director stated no purpose. */
  | { refusal: 'NoPrpHere' }
  | { refusal: 'NoSuchTube' }
  | { refusal: 'NotInTreatment' }
  | { refusal: 'NobodyChosen' }
  | { refusal: 'UnknownLabel'; scanned: string }
  | { refusal: 'NoSuchPlace' }
  | { refusal: 'PlaceTaken' }
  | { refusal: 'SpinOutOfRange'; forceG: number }
  /** The treatment is not where plasma may come: `cause` is its machine's word. */
  | { refusal: 'TreatmentNotReady'; cause: string }
  | { refusal: 'PrintsExhausted' }
  | { refusal: 'ReasonMissing' }
  | { refusal: 'TubesUnaccounted'; tubes: { label: string; name: string }[] }

/** `stopped`: the tube that met another person; its page says STOP. */
export type StepDone = { done: true; tubeId: string } | { stopped: true; tubeId: string }
