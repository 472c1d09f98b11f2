import { laterOf } from '../instant.ts'
import type { PlannedZone } from '../plan.ts'
import type { EventOf, ZoneKind } from './event.ts'
import { type Objection, refuse } from './refusal.ts'
import type { RoundRecord, TreatmentState, ZoneProgress } from './state.ts'

type ZoneChange = Partial<ZoneProgress> | Objection
type Change<K extends ZoneKind> = (progress: ZoneProgress, event: EventOf<K>, planned: PlannedZone) => ZoneChange
export type ZoneEvent = { [K in ZoneKind]: EventOf<K> }[ZoneKind]

/** The state after an event inside a zone, whose turn it is; or what in its payload forbids it. */
export function changeZone(state: TreatmentState, event: ZoneEvent): TreatmentState | Objection {
  const progress = state.zones.find(({ zone }) => zone === event.zone)
  const planned = state.examination?.plan.zones.find(({ zone }) => zone === event.zone)
  if (progress === undefined || planned === undefined) return refuse('IllegalStep', { cause: 'zoneNotPlanned' })
  // One entry a kind: the event of that kind is what its change takes.
  const change = (changes[event.kind] as Change<ZoneKind>)(progress, event, planned)
  if ('refusal' in change) return change
  const zones = state.zones.map((known) => (known.zone === event.zone ? { ...known, ...change } : known))
  if (event.kind !== 'passAdded') return { ...state, zones }
  const { lastNeedlingAt = event.at } = state
  return { ...state, zones, lastNeedlingAt: laterOf(lastNeedlingAt, event.at) }
}

const changes: { readonly [K in ZoneKind]: Change<K> } = {
  glideApplied: ({ rounds }, _, { depthMm }) => ({ status: 'glided', rounds: [...rounds, { depthMm, passes: 0 }] }),
  skinStretched: () => ({ status: 'stretched' }),
  depthSet(progress, { depthMm }, { depthMm: plannedDepthMm }) {
    if (depthMm > plannedDepthMm) return refuse('DepthAbovePlan', { depthMm, plannedDepthMm })
    return inRound(progress, () => ({ depthMm }))
  },
  passAdded: (progress) => ({ status: 'needling', ...inRound(progress, ({ passes }) => ({ passes: passes + 1 })) }),
  passRemoved(progress) {
    const left = inRound(progress, ({ passes }) => ({ passes: passes - 1 }))
    return left.rounds?.at(-1)?.passes === 0 ? { ...left, status: 'stretched' } : left
  },
  endpointGraded(progress, { endpoint, reason }, { passesLow, passesHigh }) {
    const passes = progress.rounds.at(-1)?.passes ?? 0
    // Too much bleeding is itself the reason for few passes: nothing may slow down a stop.
    const tooFew = passes < passesLow && endpoint !== 'tooMuch'
    if ((tooFew || passes > passesHigh) && reason === undefined) {
      return refuse('ReasonNeeded', { passes, passesLow, passesHigh })
    }
    const graded = inRound(progress, () => (reason === undefined ? { endpoint } : { endpoint, reason }))
    return { ...graded, status: 'graded', closed: progress.closed || endpoint === 'tooMuch' }
  },
  zoneCleaned: () => ({ status: 'cleaned' }),
  zoneFinished: ({ rounds }) => ({ status: 'finished', rounds: rounds.filter(({ passes }) => passes > 0) }),
  zoneSkipped: () => ({ status: 'skipped', rounds: [] }),
}

function inRound(
  { rounds }: ZoneProgress,
  change: (round: RoundRecord) => Partial<RoundRecord>,
): Partial<ZoneProgress> {
  return { rounds: rounds.map((round, i) => (i === rounds.length - 1 ? { ...round, ...change(round) } : round)) }
}
