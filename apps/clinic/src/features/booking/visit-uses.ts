import type { Phase, Placement } from '@pointille/scheduling'

/** One row of what a visit takes: a resource, or the patient, for one stretch of time. */
export type VisitUse = {
  position: number
  resourceId?: string
  patientId?: string
  phaseKind: string
  /** Epoch ms, half-open. */
  startAt: number
  endAt: number
}

/** The position of the patient's own row, out of reach of the resources'. */
const patientPosition = 1000

/**
 * What a placement takes of the clinic's resources: one use per resource and phase, so that the day's board can name each,
 * sorted by resource and then by time, the order in which every hold asks for them.
 */
export function resourceUses(placement: Placement, phases: readonly Phase[]): VisitUse[] {
  return placement.phases
    .flatMap((span, i) =>
      phases[i]!.resources.map((kind) => ({
        resourceId: placement.resources[kind]!,
        phaseKind: span.kind,
        startAt: span.startAt,
        endAt: span.endAt,
      })),
    )
    .sort((a, b) => (a.resourceId === b.resourceId ? a.startAt - b.startAt : a.resourceId < b.resourceId ? -1 : 1))
    .map((use, i) => ({ position: i + 1, ...use }))
}

/** The patient's own time: from the first to the last phase they are there for; the whole visit where the phases changed since. */
export function patientUse(
  patientId: string,
  visit: { startAt: number; endAt: number },
  phases: readonly Phase[],
): VisitUse {
  let offset = 0
  const present = phases.flatMap(({ minutes, patient }) => {
    const from = offset
    offset += minutes * 60_000
    return patient ? [{ from, to: offset }] : []
  })
  const fits = visit.startAt + offset === visit.endAt && present.length > 0
  return {
    position: patientPosition,
    patientId,
    phaseKind: 'visit',
    startAt: fits ? visit.startAt + present[0]!.from : visit.startAt,
    endAt: fits ? visit.startAt + present.at(-1)!.to : visit.endAt,
  }
}
