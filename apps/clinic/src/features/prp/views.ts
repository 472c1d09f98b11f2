import type { DiscardReason, PrpEventKind, TubeStatus } from '@pointille/protocol'

/** A person as a label shows them: 'NGUYEN, Paul', '12-mai-1979', '003 870'. */
export type ShownPerson = { name: string; birth: string; file: string }
export type PersonChoice = ShownPerson & { treatmentId: string }

export type TubeLine = {
  tubeId: string
  label: string
  person: ShownPerson
  status: TubeStatus
  minutesSinceDraw: number
  late: boolean
}

export type BenchView = {
  tubes: TubeLine[]
  people: PersonChoice[]
  applied: number
  discarded: number
  closing: { time: string; byName: string } | undefined
}

export type PlaceChoice = {
  placeId: string
  centrifuge: string
  rotor: number
  place: number
  radiusMm: number
  usualRpm: number
  usualMinutes: number
}

/** One line of the STOP: what both have, then where each begins to differ. */
export type DifferingLine = { differs: boolean; tube: [string, string]; front: [string, string] }

export type TubeView = {
  tubeId: string
  treatmentId: string
  label: string
  status: TubeStatus
  /** 1 to 4. */
  step: number
  possible: readonly PrpEventKind[]
  donor: ShownPerson
  drawnAt: number
  drawnTime: string
  nowAt: number
  minutesSinceDraw: number
  late: boolean
  voidLabels: readonly string[]
  spin:
    | {
        minutes: number
        forceG: number
        rotor: number
        place: number
        radiusMm: number
        byName: string
        endTime: string
      }
    | undefined
  running: { endsAt: number; endTime: string; minutes: number; forceG: number } | undefined
  match: { time: string; person: ShownPerson } | undefined
  syringeLabel: string | undefined
  application: { time: string; delayMinutes: number } | undefined
  mismatch: { time: string; lines: DifferingLine[]; calledTime: string | undefined } | undefined
  discard: { reason: DiscardReason; note: string } | undefined
  places: PlaceChoice[]
  people: PersonChoice[]
  /** Tubes of the whole clinic that nobody has accounted for. */
  orphans: number
}
