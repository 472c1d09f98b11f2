import { activesSafeFrom } from '../actives-safe-from.ts'
import { addMinutes, epochMs, type Instant, minutesBetween } from '../instant.ts'
import { getNumbingProduct } from '../numbing.ts'
import { planHash } from '../plan.ts'
import { clockToleranceMinutes } from './clock.ts'
import type { EventOf, PlainKind } from './event.ts'
import { type Objection, refuse } from './refusal.ts'
import type { TreatmentState, ZoneProgress } from './state.ts'

type Change<K extends PlainKind> = (state: TreatmentState, event: EventOf<K>) => TreatmentState | Objection
export type PlainEvent = { [K in PlainKind]: EventOf<K> }[PlainKind]

/** The state after an event that names no zone, whose turn it is; or what in its payload forbids it. */
export function changePlain(state: TreatmentState, event: PlainEvent): TreatmentState | Objection {
  // One entry a kind: the event of that kind is what its change takes.
  const change = changes[event.kind] as Change<PlainKind>
  return change(state, event)
}

const changes: { readonly [K in PlainKind]: Change<K> } = {
  identityConfirmed: (state) => ({ ...state, identityConfirmed: true }),
  examined,
  consentSigned(state, { textVersion, language, planHash: signedHash, textHash, signatureName, at }) {
    const currentPlanHash = state.examination?.planHash ?? ''
    if (signedHash !== currentPlanHash) {
      return refuse('ConsentPlanMismatch', { planHash: signedHash, currentPlanHash })
    }
    const consent = { textVersion, language, planHash: signedHash, textHash, signatureName, signedAt: at }
    return { ...state, consent, consentVoid: undefined }
  },
  consentWithdrawn: (state) => ({ ...state, consent: undefined, consentVoid: 'withdrawn' }),
  photosTaken: (state) => state,
  numbingStarted,
  numbingSkipped: (state) => ({ ...state, numbing: { status: 'skipped' } }),
  numbingRemoved,
  disinfected: (state) => ({ ...state, disinfected: true }),
  cartridgeOpened,
  plasmaApplied(state, { tubeId, label, delayMinutes, at }) {
    const afterNeedlingMinutes = Math.max(0, Math.floor(minutesBetween(state.lastNeedlingAt ?? at, at)))
    return { ...state, plasma: [...state.plasma, { tubeId, label, delayMinutes, afterNeedlingMinutes, at }] }
  },
  petrolatumApplied: (state) => ({ ...state, petrolatum: 'applied' }),
  petrolatumSkipped: (state) => ({ ...state, petrolatum: 'skipped' }),
  sharpsCounted(state, { count }) {
    const opened = state.cartridges.length
    return count === opened ? { ...state, sharpsCounted: count } : refuse('SharpsMismatch', { counted: count, opened })
  },
  creamPlanned(state, { activesSafeFromAt }) {
    const earliestAt = activesSafeFrom(state.lastNeedlingAt ?? activesSafeFromAt)
    if (epochMs(activesSafeFromAt) < epochMs(earliestAt)) {
      return refuse('CreamTooEarly', { activesSafeFromAt, earliestAt })
    }
    return { ...state, activesSafeFromAt }
  },
  problemReported: (state) => ({ ...state, problems: state.problems + 1 }),
  stopped: (state, { reason }) => ({ ...state, stopped: { reason } }),
  sealed: (state, { at }) => ({ ...state, sealedAt: at }),
  amended(state, { correctsSeq }) {
    const lastSeq = state.eventIds.length
    if (correctsSeq > lastSeq) return refuse('CorrectsUnknownEvent', { correctsSeq, lastSeq })
    return { ...state, amendments: state.amendments + 1 }
  },
}

function examined(state: TreatmentState, event: EventOf<'examined'>): TreatmentState | Objection {
  const { phototype, plan, byDoctor } = event
  if (state.policy.doctorMustExamine && !byDoctor) return refuse('DoctorRequired', { byDoctor })
  const computedHash = planHash(plan)
  if (event.planHash !== computedHash) return refuse('PlanHashMismatch', { planHash: event.planHash, computedHash })
  const planned = plan.zones.map(({ zone }): ZoneProgress => {
    const known = state.zones.find((progress) => progress.zone === zone)
    if (known === undefined) return { zone, status: 'toDo', rounds: [], closed: false }
    return known.status === 'skipped' ? { ...known, status: 'toDo' } : known
  })
  const former = state.zones.filter(({ zone }) => !plan.zones.some((candidate) => candidate.zone === zone))
  const examination = { phototype, plan, planHash: computedHash, byDoctor }
  const next = { ...state, examination, zones: [...planned, ...former] }
  // A consent covers one plan: another plan voids it, the same plan examined again does not.
  if (state.consent === undefined || state.consent.planHash === computedHash) return next
  return { ...next, consent: undefined, consentVoid: 'planChanged' }
}

function numbingStarted(state: TreatmentState, event: EventOf<'numbingStarted'>): TreatmentState | Objection {
  const { product, grams, areaCm2, appliedAt, at } = event
  const planned = state.examination?.plan.numbing
  if (planned !== undefined && planned !== 'none' && planned.product !== product) {
    return refuse('NumbingProductNotPlanned', { product, plannedProduct: planned.product })
  }
  // Not before the consent: no cream is put on at home or before signing.
  const notBeforeAt = addMinutes(state.consent?.signedAt ?? at, -clockToleranceMinutes)
  const notAfterAt = addMinutes(at, clockToleranceMinutes)
  if (epochMs(appliedAt) < epochMs(notBeforeAt) || epochMs(appliedAt) > epochMs(notAfterAt)) {
    return refuse('NumbingTimeImpossible', { appliedAt, notBeforeAt, notAfterAt })
  }
  return { ...state, numbing: { status: 'on', product, grams, areaCm2, appliedAt } }
}

function numbingRemoved(state: TreatmentState, event: EventOf<'numbingRemoved'>): TreatmentState | Objection {
  if (state.numbing.status !== 'on') return refuse('IllegalStep', { cause: 'numbingNotOn' })
  const { product, appliedAt } = state.numbing
  const { stopFromMinutes } = getNumbingProduct(product)
  const elapsedMinutes = Math.floor(minutesBetween(appliedAt, event.at))
  if (elapsedMinutes >= stopFromMinutes && event.overtimeNote === undefined) {
    return refuse('OvertimeNoteNeeded', { elapsedMinutes, stopFromMinutes })
  }
  return { ...state, numbing: { status: 'removed', product, appliedAt, removedAt: event.at } }
}

function cartridgeOpened(state: TreatmentState, event: EventOf<'cartridgeOpened'>): TreatmentState | Objection {
  const { lot, unit, gtin, expiresOn, at } = event
  const on = dayOf(at)
  // Good through its date. The day is that of UTC: no clinic opens a cartridge in the hours around midnight.
  if (expiresOn < on) return refuse('CartridgeExpired', { expiresOn, on })
  const same = state.cartridges.some((open) => open.lot === lot && open.unit === unit && open.gtin === gtin)
  if (same) return refuse('CartridgeAlreadyOpened', { lot, unit })
  const cartridge = gtin === undefined ? { lot, unit } : { lot, unit, gtin }
  return { ...state, cartridges: [...state.cartridges, cartridge] }
}

function dayOf(at: Instant): string {
  return at.slice(0, 10)
}
