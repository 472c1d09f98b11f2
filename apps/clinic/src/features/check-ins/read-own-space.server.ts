import { checkInDays } from '@pointille/protocol'
import type { Caller } from '#features/access/index.server.ts'
import { type NotAllowed, openRecord } from '#features/records/index.server.ts'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { derivedToken } from '#platform/http/sealed.server.ts'
import { isUuid } from '#platform/http/uuid.ts'
import {
  findSealedTreatment,
  listCheckIns,
  listComingAppointments,
  listSealedTreatments,
  type StoredCheckIn,
} from './check-ins.queries.server.ts'
import { dateOfDay, dayAfter } from './day-after.ts'
import { expectDay } from './expect-day.server.ts'
import type { ExpectedDay } from './expected-day.ts'
import { countReaders } from './readers.queries.server.ts'
import { listOwnOpenRedFlags } from './red-flags.queries.server.ts'
import { listFactEvents } from './treatment-facts.queries.server.ts'
import { factsOf, type TreatmentFacts } from './treatment-facts.ts'

/** A treatment as its patient follows it: today's day number, and each planned check-in with what was sent for it. */
export type FollowedTreatment = {
  treatmentId: string
  treatedAt: number
  today: number
  /** `sent`: the latest of the day. `gravest`: the one with the gravest sign, which a later one never softens. */
  days: { day: number; on: string; sent: StoredCheckIn | undefined; gravest: StoredCheckIn | undefined }[]
  facts: TreatmentFacts
}

/** An appointment to come. `manageToken` opens its page to move or cancel it. */
export type ComingAppointment = {
  appointmentId: string
  startsAt: number
  service: string
  practitioner: string | undefined
  manageToken: string
}

export type OwnSpace = {
  treatments: FollowedTreatment[]
  appointments: ComingAppointment[]
  /** Reported signs that wait for the team's answer, the gravest first. */
  openRedFlags: { treatmentId: string; day: number; careLevel: string }[]
  /** How many times somebody else opened the record. */
  readings: number
}

/** The patient's own space: what is to do, what comes, what was done, who looked. */
export function readOwnSpace(caller: Caller): Promise<OwnSpace | NotAllowed> {
  const { clinic, actor } = caller
  const patientId = actor.kind === 'patient' ? actor.patientId : undefined
  return openRecord(caller, { action: 'readOwnSpace', patientId, detail: 'space' }, async (tx) => {
    const rows = await listSealedTreatments(tx, clinic.clinicId, patientId!)
    return {
      treatments: await Promise.all(rows.map((row) => follow(tx, caller, row))),
      appointments: await readComing(tx, caller, patientId!),
      openRedFlags: await listOwnOpenRedFlags(tx, clinic.clinicId, patientId!),
      readings: await countReaders(tx, clinic.clinicId, patientId!),
    }
  })
}

/** One treatment of the patient's own on one of its days. `expected`: what the forecast says of that day. */
export type OwnDay = {
  treatment: FollowedTreatment
  next: ComingAppointment | undefined
  expected: ExpectedDay | undefined
}

/** What a patient's day page needs; undefined when the treatment is not theirs or not sealed yet. */
export async function readOwnDay(
  caller: Caller,
  treatmentId: string,
  day: number,
): Promise<OwnDay | undefined | NotAllowed> {
  const { clinic, actor } = caller
  if (!isUuid(treatmentId)) return undefined
  const patientId = actor.kind === 'patient' ? actor.patientId : undefined
  const access = { action: 'readOwnSpace', patientId, detail: `treatment ${treatmentId}` } as const
  return openRecord(caller, access, async (tx) => {
    const row = await findSealedTreatment(tx, clinic.clinicId, treatmentId, patientId!)
    if (!row) return undefined
    const [next] = await readComing(tx, caller, patientId!)
    const treatment = await follow(tx, caller, row)
    const { clinicId, timeZone } = clinic
    const sent = await listCheckIns(tx, clinicId, treatmentId)
    const treated = { clinicId, timeZone, treatmentId, patientId: patientId!, treatedAt: row.openedAt, sent }
    const isAsked = treatment.days.some((one) => one.day === day) && day <= treatment.today
    return { treatment, next, expected: isAsked ? await expectDay(tx, treated, day) : undefined }
  })
}

async function follow(
  tx: ClinicTransaction,
  { clinic, nowAt, language }: Caller,
  { treatmentId, openedAt }: { treatmentId: string; openedAt: number },
): Promise<FollowedTreatment> {
  const sent = await listCheckIns(tx, clinic.clinicId, treatmentId)
  return {
    treatmentId,
    treatedAt: openedAt,
    today: dayAfter(openedAt, nowAt, clinic.timeZone),
    days: checkInDays.map((day) => {
      const ofDay = sent.filter((checkIn) => checkIn.day === day)
      const latestOf = (level: string) => ofDay.findLast((checkIn) => checkIn.careLevel === level)
      return {
        day,
        on: dateOfDay(openedAt, day, clinic.timeZone),
        sent: ofDay.at(-1),
        gravest: latestOf('emergency') ?? latestOf('callToday'),
      }
    }),
    facts: factsOf(await listFactEvents(tx, clinic.clinicId, [treatmentId]), language),
  }
}

async function readComing(tx: ClinicTransaction, caller: Caller, patientId: string): Promise<ComingAppointment[]> {
  const { house, clinic, nowAt, language } = caller
  const rows = await listComingAppointments(tx, clinic.clinicId, patientId, nowAt)
  return rows.map((row) => ({
    appointmentId: row.appointmentId,
    startsAt: row.startsAt,
    service: language === 'fr' ? row.nameFr : row.nameEn,
    practitioner: row.practitioner ?? undefined,
    manageToken: derivedToken(house.secret, 'manageAppointment', row.appointmentId),
  }))
}
