import { laterOf, minutesBetween } from '../instant.ts'
import { clockToleranceMinutes } from '../treatment/clock.ts'
import type { PrpEvent, PrpEventKind, PrpEventOf } from './event.ts'
import { parsePrpLabel } from './label.ts'
import { type InvalidPrpEvent, parsePrpEvent } from './parse-prp-event.ts'
import { rcfG } from './rotor.ts'
import { identityHoldsMinutes, isPastLimit, minutesSinceDraw, plasmaLimitMinutes } from './time-limit.ts'
import { countedSpin, emptyTube, possiblePrpEvents, runningSpin, type Tube, type TubeStatus } from './tube.ts'

export type PrpRefusal =
  | InvalidPrpEvent
  | { refusal: 'DuplicateEvent'; eventId: string }
  /** The step does not follow from where the tube stands. */
  | { refusal: 'IllegalPrpStep'; status: TubeStatus; kind: PrpEventKind }
  | { refusal: 'ClockWentBack'; toleranceMinutes: number }
  /** Only disposal is left. */
  | { refusal: 'TooLate'; minutes: number; limitMinutes: number }
  /** A label that was replaced by another. */
  | { refusal: 'LabelVoid'; scanned: string; label: string }
  /** A label of another tube or syringe. */
  | { refusal: 'WrongLabel'; scanned: string; expected: string }
  /** The person in front is not the donor: the tube must be stopped. */
  | { refusal: 'OtherPerson' }
  /** The person was asked too long ago. */
  | { refusal: 'IdentityTooOld'; minutes: number; limitMinutes: number }
  | { refusal: 'ForceMismatch'; forceG: number; computedG: number }

/** The one step of a tube: what it is after the event, or why the event may not come now. Never throws. */
export function applyPrpEvent(tube: Tube, input: unknown): { tube: Tube } | PrpRefusal {
  const parsed = parsePrpEvent(input)
  if ('refusal' in parsed) return parsed
  const { event } = parsed
  if (tube.eventIds.includes(event.eventId)) return { refusal: 'DuplicateEvent', eventId: event.eventId }
  if (!possiblePrpEvents(tube).includes(event.kind))
    return { refusal: 'IllegalPrpStep', status: tube.status, kind: event.kind }
  if (tube.lastAt !== undefined && minutesBetween(event.at, tube.lastAt) > clockToleranceMinutes)
    return { refusal: 'ClockWentBack', toleranceMinutes: clockToleranceMinutes }
  const next = tooLate(tube, event) ?? change(tube, event)
  if ('refusal' in next) return next
  const lastAt = tube.lastAt === undefined ? event.at : laterOf(tube.lastAt, event.at)
  return { tube: { ...next, eventIds: [...tube.eventIds, event.eventId], lastAt } }
}

/** The tube that a list of events makes, or the first that could not have come then. */
export function replayTube(events: readonly unknown[]): { tube: Tube } | (PrpRefusal & { seq: number }) {
  let tube = emptyTube()
  for (const [index, event] of events.entries()) {
    const result = applyPrpEvent(tube, event)
    if ('refusal' in result) return { ...result, seq: index + 1 }
    tube = result.tube
  }
  return { tube }
}

const towardsTheSkin: readonly PrpEventKind[] = ['spinStarted', 'identityMatched', 'syringeFilled', 'applied']

function tooLate({ draw }: Tube, { kind, at }: PrpEvent): PrpRefusal | undefined {
  if (!draw || !towardsTheSkin.includes(kind) || !isPastLimit(draw.at, at)) return undefined
  return { refusal: 'TooLate', minutes: minutesSinceDraw(draw.at, at), limitMinutes: plasmaLimitMinutes }
}

function change(tube: Tube, event: PrpEvent): Tube | PrpRefusal {
  switch (event.kind) {
    case 'drawn':
      return drawn(tube, event)
    case 'labelReprinted':
      return reprinted(tube, event)
    case 'labelChecked':
      return wrongLabel(tube, event.scanned, tube.label) ?? { ...tube, status: 'labelled' }
    case 'spinStarted':
      return spinStarted(tube, event)
    case 'spinEnded':
      return spinEnded(tube, event)
    case 'identityMatched':
      return matched(tube, event)
    case 'mismatched':
      return { ...tube, status: 'stopped', mismatch: event }
    case 'colleagueCalled':
      return { ...tube, colleagueCalledAt: event.at }
    case 'syringeFilled':
      return syringeFilled(tube, event)
    case 'applied':
      return applied(tube, event)
    case 'remainsDiscarded':
      return { ...tube, status: 'closed' }
    case 'discarded':
      return { ...tube, status: 'discarded', discard: event }
  }
}

function drawn(tube: Tube, { patientId, treatmentId, label, tubeLot, at, by }: PrpEventOf<'drawn'>): Tube | PrpRefusal {
  const printed = parsePrpLabel(label)
  if (printed?.of !== 'tube' || printed.print !== 1)
    return { refusal: 'WrongLabel', scanned: label, expected: 'PT-…-A' }
  const draw = { patientId, treatmentId, at, by, ...(tubeLot === undefined ? {} : { tubeLot }) }
  return { ...tube, status: 'drawn', draw, label }
}

function reprinted(tube: Tube, { label, voids }: PrpEventOf<'labelReprinted'>): Tube | PrpRefusal {
  const [before, after] = [parsePrpLabel(voids), parsePrpLabel(label)]
  const follows =
    voids === tube.label &&
    after?.of === 'tube' &&
    after.number === before?.number &&
    after.year === before.year &&
    after.print === before.print + 1
  if (!follows) return { refusal: 'WrongLabel', scanned: label, expected: tube.label ?? '' }
  return { ...tube, status: 'drawn', label, voidLabels: [...tube.voidLabels, voids] }
}

function spinStarted(
  tube: Tube,
  { placeId, radiusMm, rpm, forceG, minutes, at, by }: PrpEventOf<'spinStarted'>,
): Tube | PrpRefusal {
  const computedG = Math.round(rcfG(radiusMm, rpm))
  if (forceG !== computedG) return { refusal: 'ForceMismatch', forceG, computedG }
  const spin = { placeId, radiusMm, rpm, forceG, minutes, startedAt: at, by, completed: false }
  return { ...tube, status: 'spinning', spins: [...tube.spins, spin] }
}

function spinEnded(tube: Tube, { at }: PrpEventOf<'spinEnded'>): Tube | PrpRefusal {
  const spin = runningSpin(tube)
  if (!spin) return { refusal: 'IllegalPrpStep', status: tube.status, kind: 'spinEnded' }
  const completed = minutesBetween(spin.startedAt, at) >= spin.minutes
  const next: Tube = { ...tube, spins: [...tube.spins.slice(0, -1), { ...spin, endedAt: at, completed }] }
  return { ...next, status: countedSpin(next) ? 'spun' : 'labelled' }
}

function matched(tube: Tube, { patientId, treatmentId, at, by }: PrpEventOf<'identityMatched'>): Tube | PrpRefusal {
  if (patientId !== tube.draw?.patientId) return { refusal: 'OtherPerson' }
  // The syringe keeps the treatment that it was filled for.
  if (tube.syringeLabel !== undefined && treatmentId !== tube.match?.treatmentId) return { refusal: 'OtherPerson' }
  return { ...tube, status: tube.syringeLabel === undefined ? 'matched' : 'inSyringe', match: { treatmentId, at, by } }
}

function syringeFilled(tube: Tube, { scanned, syringeLabel, at }: PrpEventOf<'syringeFilled'>): Tube | PrpRefusal {
  const refused = wrongLabel(tube, scanned, tube.label) ?? identityTooOld(tube, at)
  if (refused) return refused
  const expected = `${tube.label}-S`
  if (syringeLabel !== expected) return { refusal: 'WrongLabel', scanned: syringeLabel, expected }
  return { ...tube, status: 'inSyringe', syringeLabel }
}

function applied(tube: Tube, { scanned, patientId, treatmentId, at, by }: PrpEventOf<'applied'>): Tube | PrpRefusal {
  if (patientId !== tube.draw?.patientId || treatmentId !== tube.match?.treatmentId) return { refusal: 'OtherPerson' }
  const refused = wrongLabel(tube, scanned, tube.syringeLabel) ?? identityTooOld(tube, at)
  return refused ?? { ...tube, status: 'applied', application: { treatmentId, at, by } }
}

function wrongLabel(tube: Tube, scanned: string, expected: string | undefined): PrpRefusal | undefined {
  const code = scanned.trim().toUpperCase()
  if (code === expected) return undefined
  if (tube.voidLabels.includes(code)) return { refusal: 'LabelVoid', scanned: code, label: tube.label ?? '' }
  return { refusal: 'WrongLabel', scanned: code, expected: expected ?? '' }
}

function identityTooOld({ match }: Tube, at: string): PrpRefusal | undefined {
  const minutes = match === undefined ? Number.POSITIVE_INFINITY : minutesBetween(match.at, at)
  if (minutes <= identityHoldsMinutes) return undefined
  return { refusal: 'IdentityTooOld', minutes: Math.floor(minutes), limitMinutes: identityHoldsMinutes }
}
