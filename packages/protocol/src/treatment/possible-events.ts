import type { ZoneId } from '../zones.ts'
import { type EventKind, isZoneKind, type PlainKind, plainKinds, type ZoneKind, zoneKinds } from './event.ts'
import {
  allZonesDone,
  findActiveZone,
  findUncleanedZone,
  findZone,
  isClosing,
  isPlannedZone,
  type TreatmentState,
  type ZoneProgress,
} from './state.ts'

/** A step that may come next: what the runner may draw. */
export type PossibleEvent = { kind: PlainKind } | { kind: ZoneKind; zone: ZoneId }

/** Why a step may not come now: the first thing that is missing or in the way. */
export type Cause =
  | 'sealed'
  | 'notSealed'
  | 'stopped'
  | 'alreadyDone'
  | 'identityMissing'
  | 'examinationMissing'
  | 'consentMissing'
  | 'consentVoid'
  | 'numbingUndecided'
  | 'numbingOn'
  | 'numbingNotOn'
  | 'numbingNotPlanned'
  | 'disinfectionMissing'
  | 'cartridgeMissing'
  | 'zoneNotPlanned'
  | 'zoneInProgress'
  | 'zoneClosed'
  | 'zoneNeedled'
  | 'roundsDone'
  | 'glideMissing'
  | 'stretchMissing'
  | 'passMissing'
  | 'endpointMissing'
  | 'cleaningMissing'
  | 'allZonesDone'
  | 'zonesUnfinished'
  | 'nothingNeedled'
  | 'petrolatumUndecided'
  | 'noCartridgeOpened'
  | 'sharpsUncounted'
  | 'creamUnplanned'
  | 'closing'

type Gate = (state: TreatmentState) => Cause | undefined

/** Every step that is legal now. An illegal step is absent, not greyed. */
export function possibleEvents(state: TreatmentState): PossibleEvent[] {
  const plain = plainKinds.filter((kind) => whyNotNow(state, kind) === undefined).map((kind) => ({ kind }))
  const inZones = state.zones.flatMap(({ zone }) =>
    zoneKinds.filter((kind) => whyNotNow(state, kind, zone) === undefined).map((kind) => ({ kind, zone })),
  )
  return [...plain, ...inZones]
}

/** Why a step is illegal now, or undefined when it is legal (its payload may still be refused). */
export function whyNotNow(state: TreatmentState, kind: EventKind, zone?: ZoneId): Cause | undefined {
  if (!isZoneKind(kind)) return plainGates[kind](state)
  const progress = zone === undefined ? undefined : findZone(state, zone)
  if (progress === undefined || zone === undefined || !isPlannedZone(state, zone)) {
    return examined(state) ?? 'zoneNotPlanned'
  }
  return zoneGates[kind](state, progress)
}

const open: Gate = (state) => (state.sealedAt === undefined ? undefined : 'sealed')
const going: Gate = (state) => open(state) ?? (state.stopped === undefined ? undefined : 'stopped')
const identified: Gate = (state) => going(state) ?? (state.identityConfirmed ? undefined : 'identityMissing')
const examined: Gate = (state) =>
  identified(state) ?? (state.examination === undefined ? 'examinationMissing' : undefined)
const notClosing: Gate = (state) => (isClosing(state) ? 'closing' : undefined)

const consented: Gate = (state) =>
  examined(state) ??
  (state.consent !== undefined ? undefined : state.consentVoid === undefined ? 'consentMissing' : 'consentVoid')

const numb: Gate = (state) => {
  if (state.numbing.status === 'undecided') return 'numbingUndecided'
  return state.numbing.status === 'on' ? 'numbingOn' : undefined
}

/** Everything that must be true before anything touches the skin with needles, but the needles themselves. */
const prepared: Gate = (state) =>
  consented(state) ?? numb(state) ?? (state.disinfected ? undefined : 'disinfectionMissing') ?? notClosing(state)

const armed: Gate = (state) => prepared(state) ?? (state.cartridges.length === 0 ? 'cartridgeMissing' : undefined)

const undecided: Gate = (state) => (state.numbing.status === 'undecided' ? undefined : 'alreadyDone')
const noZoneInProgress: Gate = (state) => (findActiveZone(state) === undefined ? undefined : 'zoneInProgress')

/** Needling is over: by plan, or because the treatment was stopped (then only a needled zone must be cleaned first). */
const needlingOver: Gate = (state) => {
  if (open(state) !== undefined) return 'sealed'
  if (state.stopped !== undefined) return findUncleanedZone(state) === undefined ? undefined : 'cleaningMissing'
  return examined(state) ?? (allZonesDone(state) ? undefined : 'zonesUnfinished')
}

const dressed: Gate = (state) => {
  const due = state.stopped === undefined && state.lastNeedlingAt !== undefined && state.petrolatum === undefined
  return due ? 'petrolatumUndecided' : undefined
}

const sharpsSettled: Gate = (state) =>
  state.cartridges.length > 0 && state.sharpsCounted === undefined ? 'sharpsUncounted' : undefined

const petrolatum: Gate = (state) =>
  going(state) ??
  needlingOver(state) ??
  (state.lastNeedlingAt === undefined ? 'nothingNeedled' : undefined) ??
  (state.petrolatum === undefined ? notClosing(state) : 'alreadyDone')

const plainGates: Readonly<Record<PlainKind, Gate>> = {
  identityConfirmed: (state) => going(state) ?? (state.identityConfirmed ? 'alreadyDone' : undefined),
  examined: (state) => identified(state) ?? notClosing(state) ?? noZoneInProgress(state),
  consentSigned: (state) =>
    examined(state) ?? notClosing(state) ?? (state.consent === undefined ? undefined : 'alreadyDone'),
  consentWithdrawn: (state) => consented(state) ?? notClosing(state),
  photosTaken: (state) => open(state) ?? (state.identityConfirmed ? undefined : 'identityMissing'),
  numbingStarted: (state) =>
    consented(state) ??
    undecided(state) ??
    notClosing(state) ??
    (state.examination?.plan.numbing === 'none' ? 'numbingNotPlanned' : undefined),
  numbingSkipped: (state) => consented(state) ?? undecided(state) ?? notClosing(state),
  // Also after a withdrawal or a stop: the cream must always be able to come off.
  numbingRemoved: (state) => open(state) ?? (state.numbing.status === 'on' ? undefined : 'numbingNotOn'),
  disinfected: (state) =>
    consented(state) ?? numb(state) ?? notClosing(state) ?? (state.disinfected ? 'alreadyDone' : undefined),
  cartridgeOpened: (state) => prepared(state) ?? (allZonesDone(state) ? 'allZonesDone' : undefined),
  // On needled skin that has been cleaned, before it is dressed.
  plasmaApplied: (state) =>
    armed(state) ??
    (state.lastNeedlingAt === undefined ? 'nothingNeedled' : undefined) ??
    (findUncleanedZone(state) === undefined ? undefined : 'cleaningMissing'),
  petrolatumApplied: petrolatum,
  petrolatumSkipped: petrolatum,
  sharpsCounted: (state) =>
    needlingOver(state) ??
    dressed(state) ??
    (state.cartridges.length === 0 ? 'noCartridgeOpened' : undefined) ??
    (state.sharpsCounted === undefined ? undefined : 'alreadyDone'),
  creamPlanned: (state) =>
    needlingOver(state) ??
    dressed(state) ??
    (state.lastNeedlingAt === undefined ? 'nothingNeedled' : undefined) ??
    sharpsSettled(state) ??
    (state.activesSafeFromAt === undefined ? undefined : 'alreadyDone'),
  problemReported: open,
  stopped: going,
  sealed: (state) =>
    needlingOver(state) ??
    (state.numbing.status === 'on' ? 'numbingOn' : undefined) ??
    dressed(state) ??
    sharpsSettled(state) ??
    (state.lastNeedlingAt !== undefined && state.activesSafeFromAt === undefined ? 'creamUnplanned' : undefined),
  amended: (state) => (state.sealedAt === undefined ? 'notSealed' : undefined),
}

type ZoneGate = (state: TreatmentState, progress: ZoneProgress) => Cause | undefined

const everNeedled = ({ rounds }: ZoneProgress) => rounds.some(({ passes }) => passes > 0)
const laidDown = ({ status }: ZoneProgress) => status === 'glided' || status === 'stretched'

const zoneGates: Readonly<Record<ZoneKind, ZoneGate>> = {
  glideApplied: (state, progress) => prepared(state) ?? noZoneInProgress(state) ?? roundLeft(state, progress),
  skinStretched: (state, { status }) => prepared(state) ?? (status === 'glided' ? undefined : 'glideMissing'),
  depthSet: (state, progress) =>
    prepared(state) ?? (laidDown(progress) || progress.status === 'needling' ? undefined : 'glideMissing'),
  passAdded: (state, { status }) =>
    armed(state) ?? (status === 'stretched' || status === 'needling' ? undefined : 'stretchMissing'),
  passRemoved: (state, { status }) => examined(state) ?? (status === 'needling' ? undefined : 'passMissing'),
  endpointGraded: (state, { status }) => examined(state) ?? (status === 'needling' ? undefined : 'passMissing'),
  // After a stop the skin is cleaned at once, graded or not.
  zoneCleaned: (state, { status }) => {
    if (open(state) !== undefined) return 'sealed'
    if (status === 'graded') return undefined
    return status === 'needling' && state.stopped !== undefined ? undefined : 'endpointMissing'
  },
  zoneFinished: (state, progress) => {
    const emptyRound = laidDown(progress) && everNeedled(progress)
    return examined(state) ?? (progress.status === 'cleaned' || emptyRound ? undefined : 'cleaningMissing')
  },
  zoneSkipped: (state, progress) => {
    if (everNeedled(progress)) return examined(state) ?? 'zoneNeedled'
    return examined(state) ?? (progress.status === 'toDo' || laidDown(progress) ? undefined : 'zoneClosed')
  },
}

function roundLeft(state: TreatmentState, { zone, status, rounds, closed }: ZoneProgress): Cause | undefined {
  if (closed || status === 'finished' || status === 'skipped') return 'zoneClosed'
  const planned = state.examination?.plan.zones.find((candidate) => candidate.zone === zone)
  return planned !== undefined && rounds.length < planned.rounds ? undefined : 'roundsDone'
}
