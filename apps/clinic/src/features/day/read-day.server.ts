import type { Caller } from '#features/access/index.server.ts'
import { type NotAllowed, openRecord } from '#features/records/index.server.ts'
import { dayBounds } from '#platform/languages/dates.ts'
import { listDayAppointments, listDayOccupancies, listLanes } from './day.queries.server.ts'
import type { Day, DayAppointment } from './day.ts'

/** Minutes after the start from which somebody who has not come counts as late. */
const lateAfterMinutes = 5

/**
 * The clinic's day as the list and the lanes show it. The verdict is a word; the health answers are not read here.
 * @param on a local date of the clinic, 'YYYY-MM-DD'
 */
export async function readDay(caller: Caller, on: string): Promise<Day | NotAllowed> {
  const { clinic, nowAt, language } = caller
  const { fromAt, toAt } = dayBounds(on, clinic.timeZone)
  return openRecord(caller, { action: 'readDay', detail: `day ${on}` }, async (tx) => {
    const rows = await listDayAppointments(tx, clinic.clinicId, fromAt, toAt)
    const occupancies = await listDayOccupancies(
      tx,
      clinic.clinicId,
      rows.map((row) => row.appointmentId),
    )
    const appointments = rows.map(
      (row): DayAppointment => ({
        appointmentId: row.appointmentId,
        patientId: row.patientId,
        givenName: row.givenName,
        familyName: row.familyName,
        birthOn: row.birthOn,
        phone: row.phone,
        allergiesStatus: row.allergiesStatus,
        service: language === 'fr' ? row.serviceFr : row.serviceEn,
        serviceKind: row.serviceKind,
        startsAt: row.startsAt,
        endsAt: row.endsAt,
        status: row.status,
        isLate: row.status === 'booked' && nowAt > row.startsAt + lateAfterMinutes * 60_000,
        verdictKind: row.verdictKind,
        treatmentId: row.treatmentId ?? undefined,
        isSealed: row.sealedAt !== null,
        uses: occupancies
          .filter((use) => use.appointmentId === row.appointmentId)
          .map((use) => ({
            resourceId: use.resourceId!,
            phaseKind: use.phaseKind,
            startsAt: use.startsAt,
            endsAt: use.endsAt,
          })),
      }),
    )
    return { on, fromAt, toAt, nowAt, lanes: await listLanes(tx, clinic.clinicId), appointments }
  })
}
