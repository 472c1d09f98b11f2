import { dayBounds, localTime } from '#platform/languages/dates.ts'
import type { Span } from './exposure.ts'
import type { Certainty, SharedKind } from './link-rules.ts'
import type { PastTreatment } from './test-world.queries.server.ts'

/** A look-back by comparing everything with everything: slow, and too plain to be wrong. 'order certainty treatment', sorted. */
export function searchByHand(
  past: readonly PastTreatment[],
  asked: { kind: SharedKind | 'patient'; source: string },
  span: Span,
  timeZone: string,
): string[] {
  const within = (at: number) => at >= span.fromAt && at < span.toAt
  const day = (at: number) => localTime(at, timeZone).on
  const uses = past.flatMap(({ treatmentId, patientId, uses: own }) =>
    own.map((use) => ({ treatmentId, patientId, ...use })),
  )
  const seen = uses.filter(({ at }) => within(at))
  const brief = (kind: SharedKind) => kind === 'room' || kind === 'operator'
  const same = (a: { kind: string; source: string }, b: { kind: string; source: string }) =>
    a.kind === b.kind && a.source === b.source

  const found = new Map<string, { order: 1 | 2; certainty: Certainty; at: number; patientId: string }>()
  const index = asked.kind === 'patient' ? asked.source : undefined
  const mine = seen.filter(({ patientId }) => patientId === index)
  for (const use of seen) {
    const isAsked = index === undefined ? same(use, { kind: asked.kind, source: asked.source }) : false
    const isShared = use.patientId !== index && !brief(use.kind) && mine.some((own) => same(own, use))
    if (!isAsked && !isShared) continue
    const at = Math.min(use.at, found.get(use.treatmentId)?.at ?? use.at)
    found.set(use.treatmentId, { order: 1, certainty: 'direct', at, patientId: use.patientId })
  }
  const direct = [...found]
  for (const use of seen) {
    if (found.has(use.treatmentId) || !brief(use.kind)) continue
    const near =
      index === undefined
        ? asked.kind !== 'room' &&
          use.kind === 'room' &&
          uses.some(
            (other) =>
              found.get(other.treatmentId)?.certainty === 'direct' && same(other, use) && day(other.at) === day(use.at),
          )
        : use.patientId !== index && mine.some((own) => same(own, use) && day(own.at) === day(use.at))
    if (near) found.set(use.treatmentId, { order: 1, certainty: 'indirect', at: use.at, patientId: use.patientId })
  }
  const first = new Set([...found.values()].map(({ patientId }) => patientId))
  if (index) first.add(index)
  const lacks = (own: PastTreatment['uses'], kind: SharedKind) => !own.some((use) => use.kind === kind)
  for (const { treatmentId, patientId, openedAt, uses: own } of past) {
    if (!within(openedAt) || found.has(treatmentId) || patientId === index || lacks(own, 'operator')) continue
    const nothing = (['lot', 'device', 'room', 'spin'] as const).every((kind) => lacks(own, kind))
    const isWide = asked.kind === 'patient' || asked.kind === 'spin'
    const unknown = isWide ? nothing : asked.kind !== 'operator' && lacks(own, asked.kind as SharedKind)
    if (unknown) found.set(treatmentId, { order: 1, certainty: 'unknown', at: openedAt, patientId })
  }
  const second = new Map<string, Certainty>()
  for (const [, { patientId, at: sinceAt }] of direct) {
    for (const use of seen) {
      if (use.patientId !== patientId || use.at < sinceAt || use.kind === 'lot') continue
      const untilAt = brief(use.kind) ? dayBounds(day(use.at), timeZone).toAt : span.toAt
      for (const other of seen) {
        if (first.has(other.patientId) || !same(use, other) || other.at < use.at || other.at >= untilAt) continue
        if (!brief(other.kind) || !second.has(other.treatmentId))
          second.set(other.treatmentId, brief(other.kind) ? 'indirect' : 'direct')
      }
    }
  }
  return [
    ...[...found].map(([treatmentId, { certainty }]) => `1 ${certainty} ${treatmentId}`),
    ...[...second].map(([treatmentId, certainty]) => `2 ${certainty} ${treatmentId}`),
  ].sort()
}
