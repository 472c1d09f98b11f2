import { type Caller, may } from '#features/access/index.server.ts'
import { type NotAllowed, openRecord, writeAuditLine } from '#features/records/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import type { Language } from '#platform/languages/languages.ts'
import { type ExpectedDay, type ForecastAnswer, forecastAnswers } from './expected-day.ts'
import { countOpenRedFlags, listOpenRedFlags } from './red-flags.queries.server.ts'
import { saidRange } from './said-expectation.ts'
import { listFactEvents } from './treatment-facts.queries.server.ts'
import { factsOf, type TreatmentFacts } from './treatment-facts.ts'

/** A check-in that waits: a red flag, or with care level 'none' answers outside the forecast. `report` only for who may read that record on any day: the others see whom to put through. */
export type OpenRedFlag = {
  checkInId: string
  patientId: string
  treatmentId: string
  givenName: string
  familyName: string
  phone: string
  careLevel: string
  sentAt: number
  report:
    | {
        birthOn: string
        day: number
        treatedAt: number
        redness: string
        swelling: string
        painScore: number
        redFlags: string[]
        /** The range that the forecast expected of each answer, in the caller's language, and which answers are above it. */
        expected: Record<ForecastAnswer, string> | undefined
        outside: ForecastAnswer[]
        facts: TreatmentFacts
      }
    | undefined
}

/** Check-ins that wait for a person, emergencies first, days outside the forecast last. Whoever reads the answers stands in each patient's access log. */
export function readRedFlags(caller: Caller): Promise<OpenRedFlag[] | NotAllowed> {
  const { clinic, actor, nowAt, language } = caller
  return openRecord(caller, { action: 'readDay', detail: 'red flags' }, async (tx) => {
    const rows = await listOpenRedFlags(tx, clinic.clinicId)
    const readable = rows.filter(({ patientId }) => may(actor, 'readRecord', { patientId }))
    for (const { checkInId, patientId } of readable)
      await writeAuditLine(tx, clinic.clinicId, actor, nowAt, {
        action: 'readRecord',
        patientId,
        outcome: 'allowed',
        detail: `check-in ${checkInId}`,
      })
    const treatmentIds = readable.map(({ treatmentId }) => treatmentId)
    const events = await listFactEvents(tx, clinic.clinicId, treatmentIds)
    return rows.map(
      (row): OpenRedFlag => ({
        checkInId: row.checkInId,
        patientId: row.patientId,
        treatmentId: row.treatmentId,
        givenName: row.givenName,
        familyName: row.familyName,
        phone: row.phone,
        careLevel: row.careLevel,
        sentAt: row.sentAt,
        report: readable.includes(row)
          ? {
              birthOn: row.birthOn,
              day: row.day,
              treatedAt: row.treatedAt,
              redness: row.redness,
              swelling: row.swelling,
              painScore: row.painScore,
              redFlags: row.redFlags,
              expected: row.expected && rangesOf(row.expected, language),
              outside: row.outside,
              facts: factsOf(
                events.filter((event) => event.treatmentId === row.treatmentId),
                language,
              ),
            }
          : undefined,
      }),
    )
  })
}

function rangesOf(expected: ExpectedDay, language: Language): Record<ForecastAnswer, string> {
  const ranges = forecastAnswers.map((answer) => [answer, saidRange(expected, answer, language)] as const)
  return Object.fromEntries(ranges) as Record<ForecastAnswer, string>
}

/** How many check-ins wait: a number for the staff bar, nobody's record. */
export function readRedFlagCount({ house, clinic }: Caller): Promise<number> {
  return inClinic(house.db, clinic.clinicId, (tx) => countOpenRedFlags(tx, clinic.clinicId))
}
