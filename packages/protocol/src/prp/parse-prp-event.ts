import { isInstant } from '../instant.ts'
import { isLocalDate } from '../local-date.ts'
import { isIntegerWithin, isNumberWithin, isOneOf, isRecord, isText } from '../shape.ts'
import {
  discardReasons,
  mismatchMoments,
  type PrpEvent,
  type PrpEventKind,
  type PrpPayloads,
  prpEventKinds,
} from './event.ts'
import { identityFields } from './identity.ts'
import { spinLimits } from './rotor.ts'

export interface InvalidPrpEvent {
  refusal: 'InvalidPrpEvent'
  /** The member that is wrong; '' = the whole. */
  field: string
}

type Check = { holds: (value: unknown) => boolean; optional?: true }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const uuid: Check = { holds: (v) => typeof v === 'string' && UUID.test(v) }
const text = (longest: number): Check => ({ holds: (v) => isText(v, longest) && !v.includes('\0') })
const optional = (check: Check): Check => ({ ...check, optional: true })
const number = ({ low, high }: { low: number; high: number }): Check => ({ holds: (v) => isNumberWithin(v, low, high) })
const whole = ({ low, high }: { low: number; high: number }): Check => ({ holds: (v) => isIntegerWithin(v, low, high) })
const label = text(40)

const said: Check = {
  holds: (v) =>
    isRecord(v) &&
    Object.keys(v).every((key) => ['familyName', 'givenName', 'birthOn', 'treatmentId'].includes(key)) &&
    text(200).holds(v.familyName) &&
    text(200).holds(v.givenName) &&
    isLocalDate(v.birthOn) &&
    (v.treatmentId === undefined || uuid.holds(v.treatmentId)),
}

const differs: Check = {
  holds: (v) =>
    Array.isArray(v) && v.length > 0 && new Set(v).size === v.length && v.every((f) => isOneOf(f, identityFields)),
}

const base = { eventId: uuid, at: { holds: isInstant }, by: text(100) }

const payloads: { readonly [K in PrpEventKind]: { readonly [F in keyof PrpPayloads[K]]-?: Check } } = {
  drawn: { patientId: uuid, treatmentId: uuid, label, tubeLot: optional(text(60)) },
  labelReprinted: { label, voids: label },
  labelChecked: { scanned: label },
  spinStarted: {
    placeId: uuid,
    radiusMm: number(spinLimits.radiusMm),
    rpm: whole(spinLimits.rpm),
    forceG: whole(spinLimits.forceG),
    minutes: whole(spinLimits.minutes),
  },
  spinEnded: {},
  identityMatched: { patientId: uuid, treatmentId: uuid },
  mismatched: { moment: { holds: (v) => isOneOf(v, mismatchMoments) }, said, differs },
  colleagueCalled: {},
  syringeFilled: { scanned: label, syringeLabel: label },
  applied: { scanned: label, patientId: uuid, treatmentId: uuid },
  remainsDiscarded: {},
  discarded: { reason: { holds: (v) => isOneOf(v, discardReasons) }, note: optional(text(500)) },
}

/** Checks an event that came from outside and gives a clean copy: exactly the known members, nothing undefined. Never throws. */
export function parsePrpEvent(input: unknown): { event: PrpEvent } | InvalidPrpEvent {
  if (!isRecord(input)) return { refusal: 'InvalidPrpEvent', field: '' }
  const { kind } = input
  if (!isOneOf(kind, prpEventKinds)) return { refusal: 'InvalidPrpEvent', field: 'kind' }
  const checks: Readonly<Record<string, Check>> = { ...base, ...payloads[kind] }
  const stranger = Object.keys(input).find((key) => key !== 'kind' && !Object.hasOwn(checks, key))
  if (stranger !== undefined) return { refusal: 'InvalidPrpEvent', field: stranger.slice(0, 40) }
  const event: Record<string, unknown> = { kind }
  for (const [name, check] of Object.entries(checks)) {
    const value = input[name]
    if (value === undefined && check.optional) continue
    if (!check.holds(value)) return { refusal: 'InvalidPrpEvent', field: name }
    event[name] = value
  }
  // Every member of this kind was checked above, and only those were copied.
  return { event: event as unknown as PrpEvent }
}
