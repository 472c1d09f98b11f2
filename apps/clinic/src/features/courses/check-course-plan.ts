import { checkPlan, type InvalidPlan, type SettingId } from '@pointille/protocol'
import { type CoursePlan, type CourseZone, countLimits, intervalLimits } from './course-plan.ts'
import { isRealDate } from './plain-days.ts'

/** What is wrong with a course plan; field as in `zones.0.depthMm`. */
export interface InvalidCourse {
  readonly refusal: 'InvalidCourse'
  readonly field: string
  readonly limit:
    | InvalidPlan['limit']
    | 'interval-within'
    | 'one-to-twelve-treatments'
    | 'real-date'
    | 'rising-dates'
    | 'yes-or-no'
    | 'doctor-of-this-clinic'
  readonly lowMm?: number
  readonly highMm?: number
  readonly rowIds?: readonly SettingId[]
}

type Fields = Record<string, unknown>

/**
 * Checks a course plan that came from outside and gives a clean copy. Needles by the protocol's own rules for a plan (published
 * depth, or who and why), the rest by the limits of a course. Never throws.
 * @param doctorIds members who may decide a depth above the published range
 */
export function checkCoursePlan(
  input: unknown,
  { doctorIds }: { doctorIds: readonly string[] },
): { plan: CoursePlan } | InvalidCourse {
  if (!isRecord(input)) return refuse('', 'record')
  const { indication, zones, intervalDays, treatmentsOn, prp, wishedBeforeOn } = input
  const needles = checkNeedles(indication, zones, doctorIds)
  if ('refusal' in needles) return needles
  if (!isWhole(intervalDays, intervalLimits)) return refuse('intervalDays', 'interval-within')
  const dates = checkDates(treatmentsOn)
  if ('refusal' in dates) return dates
  if (typeof prp !== 'boolean') return refuse('prp', 'yes-or-no')
  if (wishedBeforeOn !== undefined && !isRealDate(wishedBeforeOn)) return refuse('wishedBeforeOn', 'real-date')
  return {
    plan: {
      ...needles,
      intervalDays,
      treatmentsOn: dates.treatmentsOn,
      prp,
      ...(wishedBeforeOn === undefined ? {} : { wishedBeforeOn }),
    },
  }
}

function checkNeedles(
  indication: unknown,
  zones: unknown,
  doctorIds: readonly string[],
): Pick<CoursePlan, 'indication' | 'zones'> | InvalidCourse {
  const list = Array.isArray(zones) ? zones : []
  const checked = checkPlan({
    indication,
    zones: list.map((zone) => (isRecord(zone) ? asPlanned(zone) : zone)),
    glide: 'sterileGel',
    numbing: 'none',
  })
  if ('refusal' in checked) return { ...checked, refusal: 'InvalidCourse', field: ownField(checked.field) }
  const { plan } = checked
  const kept: CourseZone[] = []
  for (const [at, { zone, device, depthMm, passesLow, depthReason }] of plan.zones.entries()) {
    const byMember = decisionOf(list[at])?.byMember
    if (depthReason !== undefined && !doctorIds.some((id) => id === byMember))
      return refuse(`zones.${at}.decision.byMember`, 'doctor-of-this-clinic')
    const decision = depthReason === undefined ? {} : { decision: { reason: depthReason, byMember: String(byMember) } }
    kept.push({ zone, device, depthMm, passes: passesLow, ...decision })
  }
  return { indication: plan.indication, zones: kept }
}

/** A zone of a course as one of a plan: the same passes at least and at most, one round. */
function asPlanned({ zone, device, depthMm, passes, ...rest }: Fields): Fields {
  const reason = decisionOf(rest)?.reason
  return {
    ...{ zone, device, depthMm, passesLow: passes, passesHigh: passes, endpoint: 'pinpointBleeding', rounds: 1 },
    ...(reason === undefined ? {} : { depthReason: reason }),
  }
}

function decisionOf(zone: unknown): Fields | undefined {
  return isRecord(zone) && isRecord(zone.decision) ? zone.decision : undefined
}

function ownField(field: string): string {
  return field.replace(/passes(Low|High)$/, 'passes').replace(/depthReason$/, 'decision.reason')
}

function checkDates(input: unknown): { treatmentsOn: string[] } | InvalidCourse {
  if (!Array.isArray(input) || !isWhole(input.length, countLimits))
    return refuse('treatmentsOn', 'one-to-twelve-treatments')
  const dates: string[] = []
  for (const [at, on] of input.entries()) {
    if (!isRealDate(on)) return refuse(`treatmentsOn.${at}`, 'real-date')
    if (at > 0 && on <= dates[at - 1]!) return refuse(`treatmentsOn.${at}`, 'rising-dates')
    dates.push(on)
  }
  return { treatmentsOn: dates }
}

function isWhole(value: unknown, { low, high }: { low: number; high: number }): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function refuse(field: string, limit: InvalidCourse['limit']): InvalidCourse {
  return { refusal: 'InvalidCourse', field, limit }
}
