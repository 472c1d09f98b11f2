import { isIntegerWithin, isOneOf, isRecord, isText } from './shape.ts'

/** Days after the treatment on which the patient is asked; any past one can be filled later. */
export const checkInDays = [1, 2, 3, 5, 7, 14] as const
export type CheckInDay = (typeof checkInDays)[number]

export const severities = ['none', 'mild', 'marked', 'strong'] as const
export type Severity = (typeof severities)[number]

/** Red flags that ask for a call today and for the emergency number. A doctor must confirm both lists. */
export const callTodayFlags = ['pus', 'fever', 'groupedBlisters', 'risingPain', 'bleeding'] as const
export const emergencyFlags = ['breathing', 'faceOrEyeSwelling', 'visionChange'] as const
export const redFlags = [...callTodayFlags, ...emergencyFlags] as const
export type RedFlag = (typeof redFlags)[number]

/** What the patient reports about one day. */
export interface CheckIn {
  day: CheckInDay
  redness: Severity
  swelling: Severity
  /** 0 = none, 10 = the worst. */
  painScore: number
  /** Empty = said "none of these". */
  redFlags: readonly RedFlag[]
  note?: string
}

export interface InvalidCheckIn {
  refusal: 'InvalidCheckIn'
  field: string
  limit:
    | 'record'
    | 'known-field'
    | 'check-in-day'
    | 'none-mild-marked-strong'
    | 'zero-to-ten'
    | 'known-red-flags-once'
    | 'short-text'
  code: 'PT-422-CHECK-IN'
}

const FIELDS = ['day', 'redness', 'swelling', 'painScore', 'redFlags', 'note']

/** Checks a day report that came from outside. Every question must be answered; nothing is guessed. Never throws. */
export function parseCheckIn(input: unknown): { checkIn: CheckIn } | InvalidCheckIn {
  if (!isRecord(input)) return refuse('', 'record')
  const stranger = Object.keys(input).find((key) => !FIELDS.includes(key))
  if (stranger !== undefined) return refuse(stranger.slice(0, 40), 'known-field')
  const { day, redness, swelling, painScore, redFlags: flags, note } = input
  if (!isOneOf(day, checkInDays)) return refuse('day', 'check-in-day')
  if (!isOneOf(redness, severities)) return refuse('redness', 'none-mild-marked-strong')
  if (!isOneOf(swelling, severities)) return refuse('swelling', 'none-mild-marked-strong')
  if (!isIntegerWithin(painScore, 0, 10)) return refuse('painScore', 'zero-to-ten')
  if (!isFlagList(flags)) return refuse('redFlags', 'known-red-flags-once')
  const checkIn: CheckIn = { day, redness, swelling, painScore, redFlags: [...flags] }
  if (note === undefined) return { checkIn }
  return isText(note, 2000) ? { checkIn: { ...checkIn, note } } : refuse('note', 'short-text')
}

/** How soon somebody must look. A red flag is never softened by what the forecast expects. */
export type CareLevel = 'none' | 'callToday' | 'emergency'

export function careLevel(checkIn: Pick<CheckIn, 'redFlags'>): CareLevel {
  if (checkIn.redFlags.some((flag) => isOneOf(flag, emergencyFlags))) return 'emergency'
  return checkIn.redFlags.some((flag) => isOneOf(flag, callTodayFlags)) ? 'callToday' : 'none'
}

function isFlagList(value: unknown): value is RedFlag[] {
  if (!Array.isArray(value) || value.length > redFlags.length) return false
  return value.every((flag) => isOneOf(flag, redFlags)) && new Set(value).size === value.length
}

function refuse(field: string, limit: InvalidCheckIn['limit']): InvalidCheckIn {
  return { refusal: 'InvalidCheckIn', field, limit, code: 'PT-422-CHECK-IN' }
}
