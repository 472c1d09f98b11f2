import type { NeedlingDevice, TreatableIndication, ZoneId } from '@pointille/protocol'
import type { Language } from '#platform/languages/languages.ts'
import { mmText } from '#ui/skin-picture/say-skin.ts'
import { type CoursePlan, countLimits, intervalLimits } from './course-plan.ts'
import { type OpenDays, proposeDates } from './propose-dates.ts'

/** What stands in the planner's form, as typed; the same text without script and with one. */
export interface CourseDraft {
  indication: string
  device: string
  zones: { zone: ZoneId; depth: string; reason: string }[]
  passes: string
  intervalDays: string
  count: string
  firstOn: string
  prp: boolean
  wishedBeforeOn: string
  /** The doctor who decides a depth above the published range. */
  decidedBy: string
}

/** The stored plan as a form. */
export function draftOf(plan: CoursePlan, memberId: string, language: Language): CourseDraft {
  const first = plan.zones[0]!
  return {
    indication: plan.indication,
    device: first.device,
    zones: plan.zones.map(({ zone, depthMm, decision }) => ({
      zone,
      depth: mmText(depthMm, language),
      reason: decision?.reason ?? '',
    })),
    passes: String(first.passes),
    intervalDays: String(plan.intervalDays),
    count: String(plan.treatmentsOn.length),
    firstOn: plan.treatmentsOn[0]!,
    prp: plan.prp,
    wishedBeforeOn: plan.wishedBeforeOn ?? '',
    decidedBy: plan.zones.find(({ decision }) => decision)?.decision?.byMember ?? memberId,
  }
}

/**
 * The plan that a draft says, not yet checked: dates are proposed from the interval, after what is done.
 * @param doneOn local dates of the treatments that are over
 */
export function planOf(draft: CourseDraft, doneOn: readonly string[], open: OpenDays): Unchecked {
  const count = numberOf(draft.count)
  const intervalDays = numberOf(draft.intervalDays)
  const canPropose =
    isUsable(count, countLimits) && isUsable(intervalDays, intervalLimits) && /^\d{4}-\d\d-\d\d$/.test(draft.firstOn)
  const coming = canPropose ? proposeDates({ firstOn: draft.firstOn, count, intervalDays }, doneOn, open) : []
  return {
    indication: draft.indication as TreatableIndication,
    zones: draft.zones.map(({ zone, depth, reason }) => ({
      zone,
      device: draft.device as NeedlingDevice,
      depthMm: numberOf(depth),
      passes: numberOf(draft.passes),
      ...(reason === '' ? {} : { decision: { reason, byMember: draft.decidedBy } }),
    })),
    intervalDays,
    treatmentsOn: canPropose
      ? [...doneOn, ...coming.map(({ on }) => on)]
      : isUsable(count, countLimits)
        ? [draft.firstOn]
        : [],
    prp: draft.prp,
    ...(draft.wishedBeforeOn === '' ? {} : { wishedBeforeOn: draft.wishedBeforeOn }),
  }
}

/** A plan whose numbers may be no numbers and whose words may be anything. */
export type Unchecked = CoursePlan

/** '1,5' and '1.5' are one number; nothing is none. */
export function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'))
}

function isUsable(value: number, { low, high }: { low: number; high: number }): boolean {
  return Number.isInteger(value) && value >= low && value <= high
}
