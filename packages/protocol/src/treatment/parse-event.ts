import { checkPlan } from '../check-plan.ts'
import { isInstant } from '../instant.ts'
import { languages } from '../language.ts'
import { isLocalDate } from '../local-date.ts'
import { numbingProductIds } from '../numbing.ts'
import { physicalDepthMm } from '../plan-limits.ts'
import { plasmaLimitMinutes } from '../prp/time-limit.ts'
import { isIntegerWithin, isNumberWithin, isOneOf, isRecord, isText } from '../shape.ts'
import { isZoneId } from '../zones.ts'
import {
  type EventKind,
  type EventPayloads,
  eventKinds,
  gradedEndpoints,
  identityQuestions,
  phototypes,
  problems,
  type TreatmentEvent,
} from './event.ts'

export interface InvalidEvent {
  refusal: 'InvalidEvent'
  /** The member that is wrong; '' = the whole. */
  field: string
  /** What it had to be: a word of `limits` below, 'known-field', or a limit of the plan. */
  limit: string
}

/** A check of one member: what it must be, whether it may be absent. */
interface Field {
  limit: string
  holds: (value: unknown) => boolean
  optional?: true
}

const field = (limit: string, holds: (value: unknown) => boolean): Field => ({ limit, holds })
const optional = (checked: Field): Field => ({ ...checked, optional: true })
const matching = (limit: string, shape: RegExp) => field(limit, (v) => typeof v === 'string' && shape.test(v))
const oneOf = (limit: string, choices: readonly (string | number)[]) => field(limit, (v) => isOneOf(v, choices))

const uuid = matching('uuid', /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
const hash = matching('sha-256-hex', /^[0-9a-f]{64}$/)
const gtin = matching('gtin', /^\d{14}$/)
const instant = field('instant', isInstant)
const label = field('label', (v) => isText(v, 100))
const note = field('note', (v) => isText(v, 2000))
const zone = field('known-zone', isZoneId)
const flag = field('true-or-false', (v) => typeof v === 'boolean')
const depthMm = field('physical-depth', (v) => isNumberWithin(v, physicalDepthMm.low, physicalDepthMm.high))
const phototype = oneOf('phototype', phototypes)
const language = oneOf('language', languages)
const version = field('version', (v) => isIntegerWithin(v, 1, 10_000))
const sequence = field('sequence', (v) => isIntegerWithin(v, 1, 1_000_000))
const listOf = (limit: string, item: Field, low: number, high: number) =>
  field(limit, (v) => Array.isArray(v) && v.length >= low && v.length <= high && v.every(item.holds))
const twoQuestions = field(
  'two-identity-questions',
  (v) => Array.isArray(v) && v.length === 2 && v[0] !== v[1] && v.every((q) => isOneOf(q, identityQuestions)),
)

const base = { eventId: uuid, at: instant, by: label, device: optional(label) }

/** The plan is checked on its own, so that its refusal keeps its path. */
const plan = field('plan', isRecord)

const payloads: { readonly [K in EventKind]: { readonly [F in keyof EventPayloads[K]]-?: Field } } = {
  identityConfirmed: { checked: twoQuestions },
  examined: { phototype, plan, planHash: hash, byDoctor: flag },
  consentSigned: {
    textVersion: version,
    language,
    planHash: hash,
    textHash: hash,
    signatureName: label,
    answers: optional(listOf('answers', note, 0, 10)),
    witness: optional(label),
  },
  consentWithdrawn: { note: optional(note) },
  numbingStarted: {
    product: oneOf('known-numbing-product', numbingProductIds),
    grams: field('grams', (v) => isNumberWithin(v, 0.1, 60)),
    areaCm2: field('area-cm2', (v) => isNumberWithin(v, 1, 2000)),
    appliedAt: instant,
    lot: optional(label),
  },
  numbingSkipped: { reason: optional(note) },
  numbingRemoved: { overtimeNote: optional(note) },
  disinfected: { product: optional(label) },
  cartridgeOpened: {
    lot: label,
    unit: label,
    expiresOn: field('real-date', isLocalDate),
    gtin: optional(gtin),
    notFromStock: optional(field('true', (v) => v === true)),
  },
  glideApplied: { zone, lot: optional(label) },
  skinStretched: { zone },
  depthSet: { zone, depthMm },
  passAdded: { zone },
  passRemoved: { zone },
  endpointGraded: { zone, endpoint: oneOf('known-endpoint', gradedEndpoints), reason: optional(note) },
  zoneCleaned: { zone },
  zoneFinished: { zone },
  zoneSkipped: { zone, reason: note },
  plasmaApplied: {
    tubeId: uuid,
    label,
    drawnAt: instant,
    delayMinutes: field('within-the-time-limit', (v) => isIntegerWithin(v, 0, plasmaLimitMinutes)),
    prpHead: hash,
  },
  petrolatumApplied: { lot: optional(label) },
  petrolatumSkipped: { reason: optional(note) },
  sharpsCounted: { count: field('count', (v) => isIntegerWithin(v, 0, 100)) },
  creamPlanned: { activesSafeFromAt: instant },
  photosTaken: { moment: oneOf('before-or-after', ['before', 'after']), photoIds: listOf('photo-ids', uuid, 1, 20) },
  problemReported: { problem: oneOf('known-problem', problems), note },
  stopped: { reason: note },
  sealed: {},
  amended: { note, correctsSeq: sequence },
}

/**
 * Checks an event that came from outside (a tablet, a file) and gives a clean copy: exactly the known members, nothing undefined,
 * so that its canonical bytes hold no more than was checked. Never throws.
 */
export function parseEvent(input: unknown): { event: TreatmentEvent } | InvalidEvent {
  if (!isRecord(input)) return refuse('', 'record')
  const { kind } = input
  if (!isOneOf(kind, eventKinds)) return refuse('kind', 'known-kind')
  const fields: Readonly<Record<string, Field>> = { ...base, ...payloads[kind] }
  const stranger = Object.keys(input).find((key) => key !== 'kind' && !Object.hasOwn(fields, key))
  if (stranger !== undefined) return refuse(stranger.slice(0, 40), 'known-field')
  const event: Record<string, unknown> = { kind }
  for (const [name, { limit, holds, optional: mayBeAbsent }] of Object.entries(fields)) {
    const value = input[name]
    if (value === undefined && mayBeAbsent) continue
    if (!holds(value)) return refuse(name, limit)
    event[name] = value
  }
  if (kind === 'examined') {
    const checked = checkPlan(event.plan)
    if ('refusal' in checked) return refuse(`plan${checked.field && `.${checked.field}`}`, checked.limit)
    event.plan = checked.plan
  }
  // Every member of this kind was checked above, and only those were copied.
  return { event: event as unknown as TreatmentEvent }
}

function refuse(name: string, limit: string): InvalidEvent {
  return { refusal: 'InvalidEvent', field: name, limit }
}
