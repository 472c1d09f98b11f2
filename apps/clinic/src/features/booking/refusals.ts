import type { InvalidScreening, RuleId, Verdict } from '@pointille/protocol'
import type { OfferedStart } from './start.ts'

/** What decided, besides the rules of the health questions: a new patient of this clinic begins with a consultation. */
export type BookingRuleId = RuleId | 'FIRST-VISIT'

/** The gate of the verdict: this service may not start on this day. */
export type VerdictForbids = {
  refusal: 'VerdictForbids'
  /** 'needsClinician' also stands for the clinic's own rule that a first visit is a consultation. */
  verdict: Exclude<Verdict['kind'], 'allow'>
  rule: BookingRuleId
  /** First local date on which it may be booked, where waiting helps. */
  untilOn: string | undefined
}

/** Why one start cannot be taken; the reasons of an empty day, named for a single start. */
export type SlotReason =
  | 'Taken'
  | 'NotOnGrid'
  | 'Past'
  | 'BeforeNotice'
  | 'BeyondHorizon'
  | 'Closed'
  | 'Holiday'
  | 'Away'
  | 'NoResource'

/** The start is not free. `nearest` are up to five that are, the nearest first. */
export type SlotTaken = { refusal: 'SlotTaken'; reason: SlotReason; nearest: OfferedStart[] }

export type UnknownService = { refusal: 'UnknownService' }
/** No practitioner of this id serves this service in this clinic. */
export type UnknownPractitioner = { refusal: 'UnknownPractitioner' }
/** More days were asked than may be (`limitDays`), or the last lies before the first. */
export type SpanTooLong = { refusal: 'SpanTooLong'; limitDays: number }

export type UnknownHold = { refusal: 'UnknownHold' }
export type HoldExpired = { refusal: 'HoldExpired' }
export type HoldExtendedAlready = { refusal: 'HoldExtendedAlready'; expiresAt: number }
/** The hold became an appointment: cancel or move that one. */
export type HoldConfirmedAlready = { refusal: 'HoldConfirmedAlready' }
/** The same person already has an appointment at that time (PT-409-PATIENT). The hold stays. */
export type PatientElsewhere = { refusal: 'PatientElsewhere' }

export type UnknownAppointment = { refusal: 'UnknownAppointment' }
/** It began, was cancelled or is over: nothing to cancel or move any more. */
export type TooLateToChange = { refusal: 'TooLateToChange'; status: string }

export type { InvalidScreening }
