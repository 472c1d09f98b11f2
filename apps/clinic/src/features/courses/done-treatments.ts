import { type Severity, severities, type TreatableIndication, type TreatmentState } from '@pointille/protocol'
import type { DoneReport, DoneTreatment, DoneZone } from './course-view.ts'

/** A treatment as the patient's record has it. */
export interface PastTreatment {
  readonly treatmentId: string
  readonly on: string
  readonly state: TreatmentState
  readonly reports: readonly { day: number; redness: string; swelling: string; painScore: number }[]
}

/** Treatments of one course may come a few days before the first planned date. */
const earlierDays = 6

/**
 * Which treatments that are over belong to a course: of its indication, needled, from its first date on and before the next
 * course for the same thing began. First first; the plan's first dates are theirs.
 */
export function listDone(
  past: readonly PastTreatment[],
  {
    indication,
    firstOn,
    nextFirstOn,
  }: { indication: TreatableIndication; firstOn: string; nextFirstOn: string | undefined },
  daysEarlier: (on: string, days: number) => string,
): DoneTreatment[] {
  const from = daysEarlier(firstOn, earlierDays)
  const to = nextFirstOn === undefined ? undefined : daysEarlier(nextFirstOn, earlierDays)
  return past
    .filter(
      ({ on, state }) =>
        state.examination?.plan.indication === indication &&
        state.lastNeedlingAt !== undefined &&
        on >= from &&
        (to === undefined || on < to),
    )
    .map(({ treatmentId, on, state, reports }) => ({
      treatmentId,
      on,
      zones: zonesOf(state),
      plasmaAfterMinutes: state.plasma[0]?.afterNeedlingMinutes,
      reports: reports.map(reportOf),
    }))
}

function zonesOf({ zones, examination }: TreatmentState): DoneZone[] {
  return zones.flatMap(({ zone, rounds }): DoneZone[] => {
    const device = examination?.plan.zones.find((planned) => planned.zone === zone)?.device
    const passes = rounds.reduce((sum, round) => sum + round.passes, 0)
    if (!device || passes === 0) return []
    const needleMm = rounds.reduce((sum, round) => sum + round.depthMm * round.passes, 0) / passes
    return [{ zone, device, needleMm: Math.round(needleMm * 100) / 100, passes }]
  })
}

function reportOf({ day, redness, swelling, painScore }: PastTreatment['reports'][number]): DoneReport {
  return { day, redness: gradeOf(redness), swelling: gradeOf(swelling), pain: painScore }
}

function gradeOf(severity: string): DoneReport['redness'] {
  return Math.max(0, severities.indexOf(severity as Severity)) as DoneReport['redness']
}
