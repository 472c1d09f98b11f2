import { type NeedlingDevice, replay, type TreatmentEvent, type TreatmentState, type ZoneId } from '@pointille/protocol'

/** What the needles did in one zone: every round of it together. */
export type NeedledZone = {
  zone: ZoneId
  device: NeedlingDevice
  /** Set length, mm; of rounds with different lengths the mean by their passes. */
  needleMm: number
  passes: number
}

/**
 * The state that a sealed treatment's events make, or undefined for a list that the machine of today does not let in: then
 * there is nothing to forecast from. Who had to examine was judged when it was done.
 */
export function stateOf(events: readonly TreatmentEvent[]): TreatmentState | undefined {
  const made = replay(events, { doctorMustExamine: false })
  return 'state' in made && !('refusal' in made) ? made.state : undefined
}

/** Zones that needles really passed over, with what was done there, in the order of the plan. */
export function listNeedledZones({ zones, examination }: TreatmentState): NeedledZone[] {
  return zones.flatMap(({ zone, rounds }): NeedledZone[] => {
    const planned = examination?.plan.zones.find((one) => one.zone === zone)
    const passes = rounds.reduce((sum, round) => sum + round.passes, 0)
    if (!planned || passes === 0) return []
    const needleMm = rounds.reduce((sum, round) => sum + round.depthMm * round.passes, 0) / passes
    return [{ zone, device: planned.device, needleMm, passes }]
  })
}
