import { type Caller, may } from '#features/access/index.server.ts'
import { type NotAllowed, openRecord } from '#features/records/index.server.ts'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { addDays, dayBounds, localTime } from '#platform/languages/dates.ts'
import {
  findClosure,
  findNextStart,
  listDayAbsences,
  listDayAppointments,
  listDayOccupancies,
  listLanes,
  listOpeningOf,
  listStarts,
} from './day.queries.server.ts'
import { type Day, type DayAppointment, lateAfterMs, type NumbingDue, type ResourceUse, shortName } from './day.ts'
import { openingOfDay, weekdayOf } from './opening-of-day.ts'
import { listConsented, listLastEvents } from './treatment-progress.queries.server.ts'
import { type LastEvent, progressKinds, progressOf } from './treatment-progress.ts'

/**
 * The clinic's day as the list and the lanes show it. The verdict is a word; the health answers are not read here, and
 * allergies only for who may read records.
 * @param on a local date of the clinic, 'YYYY-MM-DD'
 */
export async function readDay(caller: Caller, on: string): Promise<Day | NotAllowed> {
  const { clinic, nowAt } = caller
  const { clinicId, timeZone } = clinic
  const { fromAt, toAt } = dayBounds(on, timeZone)
  return openRecord(caller, { action: 'readDay', detail: `day ${on}` }, async (tx): Promise<Day> => {
    const lanes = await listLanes(tx, clinicId)
    const { appointments, due } = await readAppointments(tx, caller, { fromAt, toAt, lanes })
    const closure = await findClosure(tx, clinicId, on)
    const opening = closure ? [] : await listOpeningOf(tx, clinicId, weekdayOf(on))
    return {
      on,
      timeZone,
      fromAt,
      toAt,
      nowAt,
      isToday: nowAt >= fromAt && nowAt < toAt,
      opening: openingOfDay(
        on,
        timeZone,
        opening.filter((row) => row.resourceId === null),
      ),
      closure: closure && {
        kind: closure.kind,
        name: caller.language === 'fr' ? closure.nameFr : closure.nameEn,
      },
      lanes,
      absences: await listDayAbsences(tx, clinicId, fromAt, toAt),
      appointments,
      due,
      elsewhere: appointments.length === 0 ? await readElsewhere(tx, caller, on, toAt) : undefined,
    }
  })
}

async function readAppointments(
  tx: ClinicTransaction,
  caller: Caller,
  { fromAt, toAt, lanes }: { fromAt: number; toAt: number; lanes: Day['lanes'] },
): Promise<{ appointments: DayAppointment[]; due: NumbingDue[] }> {
  const { clinic, nowAt, language, actor } = caller
  const rows = await listDayAppointments(tx, clinic.clinicId, fromAt, toAt)
  const ids = rows.map((row) => row.appointmentId)
  const occupancies = await listDayOccupancies(tx, clinic.clinicId, ids)
  const treatmentIds = rows.flatMap((row) => row.treatmentId ?? [])
  const events = await listLastEvents(tx, clinic.clinicId, treatmentIds, progressKinds)
  const consented = await listConsented(tx, clinic.clinicId, treatmentIds)
  const comesToday = nowAt >= fromAt && nowAt < toAt
  const due: NumbingDue[] = []
  const appointments = rows.map((row): DayAppointment => {
    const uses = occupancies
      .filter((use) => use.appointmentId === row.appointmentId)
      .map(({ resourceId, phaseKind, startsAt, endsAt }) => ({ resourceId: resourceId!, phaseKind, startsAt, endsAt }))
    const room = lanes.find(
      ({ kind, resourceId }) => kind === 'room' && uses.some((use) => use.resourceId === resourceId),
    )
    const ofTreatment = events.filter((event) => event.treatmentId === row.treatmentId)
    const { steps, cream } = progressOf(ofTreatment as LastEvent[], {
      isSealed: row.sealedAt !== null,
      isConsented: row.treatmentId !== null && consented.has(row.treatmentId),
    })
    if (cream) {
      const planned = cream.appliedAt + plannedNumbingMs(uses)
      due.push({
        appointmentId: row.appointmentId,
        patientName: shortName(row),
        room: room?.name,
        appliedAt: cream.appliedAt,
        removeAt: Math.max(planned, cream.okAt),
        stopAt: cream.stopAt,
      })
    }
    const mayReadRecord = may(actor, 'readRecord', { patientId: row.patientId, comesToday })
    const isNumbed = uses.some((use) => use.phaseKind === 'numbing')
    return {
      appointmentId: row.appointmentId,
      patientId: row.patientId,
      givenName: row.givenName,
      familyName: row.familyName,
      birthOn: row.birthOn,
      phone: row.phone,
      mayReadRecord,
      hasKnownAllergies: mayReadRecord && row.allergiesStatus === 'known',
      service: language === 'fr' ? row.serviceFr : row.serviceEn,
      serviceKind: row.serviceKind,
      practitioner: row.practitioner ?? undefined,
      room: room?.name,
      startsAt: row.startsAt,
      endsAt: row.endsAt,
      status: row.status,
      arrivedAt: row.arrivedAt ?? undefined,
      isLate: row.status === 'booked' && nowAt > row.startsAt + lateAfterMs,
      verdictKind: row.verdictKind,
      treatmentId: row.treatmentId ?? undefined,
      isSealed: row.sealedAt !== null,
      steps:
        row.serviceKind === 'treatment'
          ? { ...steps, numbing: isNumbed || steps.numbing !== 'ahead' ? steps.numbing : undefined }
          : undefined,
      uses,
    }
  })
  return { appointments, due: due.sort((a, b) => a.removeAt - b.removeAt) }
}

function plannedNumbingMs(uses: readonly ResourceUse[]): number {
  const numbing = uses.find((use) => use.phaseKind === 'numbing')
  return numbing ? numbing.endsAt - numbing.startsAt : 0
}

/** Seven days from the one before, with their appointments, and the next day that has one. */
async function readElsewhere(
  tx: ClinicTransaction,
  { clinic }: Caller,
  on: string,
  toAt: number,
): Promise<NonNullable<Day['elsewhere']>> {
  const { clinicId, timeZone } = clinic
  const days = Array.from({ length: 7 }, (_, i) => addDays(on, i - 1))
  const fromAt = dayBounds(days[0]!, timeZone).fromAt
  const starts = await listStarts(tx, clinicId, fromAt, dayBounds(days[6]!, timeZone).toAt)
  const startDays = starts.map((at) => localTime(at, timeZone).on)
  const next = await findNextStart(tx, clinicId, toAt)
  return {
    nextOn: next === undefined ? undefined : localTime(next, timeZone).on,
    week: days.map((day) => ({ on: day, appointments: startDays.filter((start) => start === day).length })),
  }
}
