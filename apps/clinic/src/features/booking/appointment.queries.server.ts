import type { ClinicTransaction } from '#platform/database/database.server.ts'

const columns = [
  'appointmentId',
  'serviceId',
  'status',
  'startsAt',
  'endsAt',
  'practitionerId',
  'patientId',
  'language',
  'holdExpiresAt',
  'holdExtended',
  'confirmedAt',
  'cancelledAt',
  'calendarSequence',
  'siteOrigin',
] as const

/** One appointment, or undefined. */
export function findAppointment(tx: ClinicTransaction, clinicId: string, appointmentId: string) {
  return tx
    .selectFrom('clinic.appointments')
    .select(columns)
    .where('clinicId', '=', clinicId)
    .where('appointmentId', '=', appointmentId)
    .executeTakeFirst()
}

/** The same, kept from every other writer until the transaction ends. A token named it, so it is there. */
export function lockAppointment(tx: ClinicTransaction, clinicId: string, appointmentId: string) {
  return tx
    .selectFrom('clinic.appointments')
    .select(columns)
    .where('clinicId', '=', clinicId)
    .where('appointmentId', '=', appointmentId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

export type AppointmentRow = Awaited<ReturnType<typeof lockAppointment>>

async function change(
  tx: ClinicTransaction,
  clinicId: string,
  appointmentId: string,
  set: {
    status?: string
    patientId?: string
    confirmedAt?: Date
    siteOrigin?: string
    cancelledAt?: Date
    cancelledBy?: string
    language?: string
    holdExpiresAt?: Date
    holdExtended?: boolean
    startsAt?: Date
    endsAt?: Date
    practitionerId?: string | null
    calendarSequence?: number
  },
): Promise<void> {
  await tx
    .updateTable('clinic.appointments')
    .set(set)
    .where('clinicId', '=', clinicId)
    .where('appointmentId', '=', appointmentId)
    .execute()
}

export function extend(tx: ClinicTransaction, clinicId: string, appointmentId: string, expiresAt: number) {
  return change(tx, clinicId, appointmentId, { holdExpiresAt: new Date(expiresAt), holdExtended: true })
}

export function book(
  tx: ClinicTransaction,
  clinicId: string,
  appointmentId: string,
  { at, ...booking }: { patientId: string; language: 'fr' | 'en'; siteOrigin: string; at: number },
) {
  return change(tx, clinicId, appointmentId, { status: 'booked', ...booking, confirmedAt: new Date(at) })
}

/** The time becomes free with it. */
export async function cancel(
  tx: ClinicTransaction,
  clinicId: string,
  appointment: { appointmentId: string; calendarSequence: number },
  by: 'patient' | 'clinic',
  at: number,
) {
  const { appointmentId, calendarSequence } = appointment
  await change(tx, clinicId, appointmentId, {
    status: 'cancelled',
    cancelledAt: new Date(at),
    cancelledBy: by,
    calendarSequence: calendarSequence + 1,
  })
  await freeTime(tx, clinicId, appointmentId)
}

export function reschedule(
  tx: ClinicTransaction,
  clinicId: string,
  appointment: { appointmentId: string; calendarSequence: number },
  to: { startAt: number; endAt: number; practitioner?: string },
) {
  return change(tx, clinicId, appointment.appointmentId, {
    startsAt: new Date(to.startAt),
    endsAt: new Date(to.endAt),
    practitionerId: to.practitioner ?? null,
    calendarSequence: appointment.calendarSequence + 1,
  })
}

/** Gives back everything an appointment occupies. */
export async function freeTime(tx: ClinicTransaction, clinicId: string, appointmentId: string): Promise<void> {
  await tx
    .deleteFrom('clinic.occupancies')
    .where('clinicId', '=', clinicId)
    .where('appointmentId', '=', appointmentId)
    .execute()
}

/** The given name and the language that letters to this patient use. */
export function findPatientName(tx: ClinicTransaction, clinicId: string, patientId: string) {
  return tx
    .selectFrom('clinic.patients')
    .select(['givenName', 'language'])
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .executeTakeFirstOrThrow()
}
