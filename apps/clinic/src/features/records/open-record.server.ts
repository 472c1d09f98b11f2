import { type Action, type Caller, may } from '#features/access/index.server.ts'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { dayBounds, localTime } from '#platform/languages/dates.ts'
import { hasVisit, writeAuditLine } from './audit.queries.server.ts'

export type NotAllowed = { refusal: 'NotAllowed'; action: Action }

export type RecordAccess = {
  action: Action
  /** Whose record; undefined for a list that names several people (the day). */
  patientId?: string
  /** What was looked at or changed, without health data: 'day 2026-11-24', 'treatment 8f3…'. */
  detail?: string
}

/**
 * The one door to patient records: decides, writes the access log in the same transaction as the reading or writing,
 * and lets `work` run. A refusal writes its line and nothing else. Jobs of our own (`system`) pass and are logged.
 */
export async function openRecord<T>(
  caller: Caller,
  access: RecordAccess,
  work: (tx: ClinicTransaction) => Promise<T>,
): Promise<T | NotAllowed> {
  const { house, clinic, actor, nowAt } = caller
  return inClinic(house.db, clinic.clinicId, async (tx): Promise<T | NotAllowed> => {
    const allowed = await isAllowed(tx, caller, access)
    await writeAuditLine(tx, clinic.clinicId, actor, nowAt, {
      action: access.action,
      patientId: access.patientId,
      outcome: allowed ? 'allowed' : 'refused',
      detail: access.detail ?? '',
    })
    return allowed ? work(tx) : { refusal: 'NotAllowed', action: access.action }
  })
}

async function isAllowed(tx: ClinicTransaction, caller: Caller, { action, patientId }: RecordAccess): Promise<boolean> {
  const { house, clinic, actor, nowAt } = caller
  if (actor.kind === 'system') return true
  const { isDemo } = house
  // A list of several people is no patient's to read.
  if (actor.kind === 'patient' && patientId === undefined) return false
  if (may(actor, action, { patientId, isDemo })) return true
  if (patientId === undefined || !may(actor, action, { patientId, isDemo, comesToday: true })) return false
  const today = dayBounds(localTime(nowAt, clinic.timeZone).on, clinic.timeZone)
  return hasVisit(tx, clinic.clinicId, patientId, today)
}

/** True for the door's own refusal. */
export function isNotAllowed(answer: unknown): answer is NotAllowed {
  return typeof answer === 'object' && answer !== null && 'refusal' in answer && answer.refusal === 'NotAllowed'
}
