import {
  decide,
  getJurisdiction,
  type InvalidScreening,
  isJurisdictionCode,
  mayBook,
  parseScreening,
  type Screening,
  type Verdict,
} from '@pointille/protocol'
import type { Caller } from '#features/access/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { localTime } from '#platform/languages/dates.ts'
import { readDiary } from './diary.server.ts'
import { hasBeenSeen } from './patient.queries.server.ts'
import type { VerdictForbids } from './refusals.ts'

/** The answers of the health questions with what they permit today. */
export type JudgedScreening = {
  screening: Screening
  verdict: Verdict
  /** This clinic or its country begins with a consultation, and the caller is not known to have had one. */
  consultationFirst: boolean
}

/** Checks answers from outside and decides what they permit; nothing is stored. */
export async function judgeScreening(caller: Caller, input: unknown): Promise<JudgedScreening | InvalidScreening> {
  const { house, clinic, nowAt } = caller
  const { profile } = await readDiary(house, clinic)
  const todayOn = localTime(nowAt, clinic.timeZone).on
  const parsed = parseScreening(input, { todayOn })
  if ('refusal' in parsed) return parsed
  const jurisdiction = isJurisdictionCode(profile.country) ? profile.country : 'other'
  const begins = profile.firstVisit === 'consultation' || getJurisdiction(jurisdiction).firstVisit === 'consultation'
  return {
    screening: parsed.screening,
    verdict: decide(parsed.screening, { todayOn, jurisdiction }),
    consultationFirst: begins && !(await isKnown(caller)),
  }
}

/**
 * Whether a service of a kind may start on a local date under this judgement: the one gate of search, hold and move.
 */
export function gate(
  judged: Pick<JudgedScreening, 'verdict' | 'consultationFirst'>,
  wish: { kind: 'consultation' | 'treatment'; startOn: string },
): true | VerdictForbids {
  const { verdict } = judged
  const allowed = mayBook(verdict, { service: wish.kind, startOn: wish.startOn })
  if (allowed !== true && verdict.kind !== 'allow')
    return {
      refusal: 'VerdictForbids',
      verdict: verdict.kind,
      rule: allowed.rule.id,
      untilOn: firstDayOf(verdict, wish.kind),
    }
  if (judged.consultationFirst && wish.kind === 'treatment')
    return { refusal: 'VerdictForbids', verdict: 'needsClinician', rule: 'FIRST-VISIT', untilOn: undefined }
  return true
}

/** First local date on which a service of this kind may be booked under the verdict, where waiting is what it asks. */
export function firstDayOf(verdict: Verdict, kind: 'consultation' | 'treatment'): string | undefined {
  if (verdict.kind === 'deferUntil') return verdict.untilOn
  if (verdict.kind === 'needsClinician' && kind === 'consultation') return verdict.notBeforeOn
  return undefined
}

async function isKnown({ house, clinic, actor }: Caller): Promise<boolean> {
  if (actor.kind !== 'patient') return false
  return inClinic(house.db, clinic.clinicId, (tx) => hasBeenSeen(tx, clinic.clinicId, actor.patientId))
}
