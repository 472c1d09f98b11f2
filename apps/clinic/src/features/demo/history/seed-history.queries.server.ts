import { canonicalBytes, chainHash, type TreatmentEvent } from '@pointille/protocol'
import { sql } from 'kysely'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import type { DemoCourse, DemoHistory, DemoVisit } from './demo-history.ts'

/** The position of the patient's own row among those of a visit, out of reach of the resources'. */
const patientPosition = 1000

/** Writes an invented history into an empty clinic. Every promise of the database is kept by the database, here as elsewhere. */
export async function seedHistory(
  tx: ClinicTransaction,
  clinicId: string,
  { patients, visits, courses }: DemoHistory,
): Promise<void> {
  await tx
    .insertInto('clinic.patients')
    .values(patients.map(({ createdAt, ...patient }) => ({ clinicId, ...patient, createdAt: new Date(createdAt) })))
    .execute()
  await seedAppointments(tx, clinicId, visits)
  for (const visit of visits) if (visit.treatment) await seedTreatment(tx, clinicId, visit, visit.treatment)
  await seedCheckIns(tx, clinicId, visits)
  await seedCourses(tx, clinicId, courses)
}

async function seedAppointments(tx: ClinicTransaction, clinicId: string, visits: readonly DemoVisit[]): Promise<void> {
  const rows = visits.map((visit) => ({
    clinicId,
    appointmentId: visit.appointmentId,
    serviceId: visit.serviceId,
    status: visit.status,
    startsAt: new Date(visit.placed.startAt),
    endsAt: new Date(visit.placed.endAt),
    practitionerId: visit.placed.practitionerId ?? null,
    patientId: visit.patientId,
    language: visit.language,
    heldAt: new Date(visit.bookedAt - 4 * 60_000),
    holdExpiresAt: new Date(visit.bookedAt + 6 * 60_000),
    confirmedAt: new Date(visit.bookedAt),
    arrivedAt: visit.arrivedAt === undefined ? null : new Date(visit.arrivedAt),
    cancelledAt: visit.cancelled ? new Date(visit.cancelled.at) : null,
    cancelledBy: visit.cancelled?.by ?? null,
    calendarSequence: visit.cancelled ? 1 : 0,
    verdictKind: visit.verdict.kind,
  }))
  await tx.insertInto('clinic.appointments').values(rows).execute()
  const answers = visits.map(({ appointmentId, screening, verdict, bookedAt }) => ({
    clinicId,
    appointmentId,
    indication: screening.indication,
    birthOn: screening.birthDate,
    answers: JSON.stringify(screening.answers),
    verdict: JSON.stringify(verdict),
    answeredAt: new Date(bookedAt - 4 * 60_000),
  }))
  await tx.insertInto('clinic.screenings').values(answers).execute()
  const uses = visits
    .filter(({ cancelled }) => !cancelled)
    .flatMap(({ appointmentId, patientId, placed }) => [
      ...placed.uses.map((use) => ({ appointmentId, patientId: null, ...use })),
      { appointmentId, position: patientPosition, patientId, resourceId: null, phaseKind: 'visit', ...placed.patient },
    ])
    .map(({ startAt, endAt, ...use }) => ({
      clinicId,
      ...use,
      during: sql<string>`tstzrange(${new Date(startAt)}, ${new Date(endAt)})`,
    }))
  await tx.insertInto('clinic.occupancies').values(uses).execute()
}

async function seedTreatment(
  tx: ClinicTransaction,
  clinicId: string,
  { appointmentId, patientId }: DemoVisit,
  { treatmentId, openedAt, events, cartridge }: NonNullable<DemoVisit['treatment']>,
): Promise<void> {
  await tx
    .insertInto('clinic.treatments')
    .values({ clinicId, treatmentId, appointmentId, patientId, openedAt: new Date(openedAt) })
    .execute()
  for (const event of events) {
    if (event.kind === 'consentSigned')
      await tx
        .insertInto('clinic.consents')
        .values({
          clinicId,
          consentId: event.eventId,
          treatmentId,
          patientId,
          textVersion: event.textVersion,
          language: event.language,
          textHash: event.textHash,
          planHash: event.planHash,
          signatureName: event.signatureName,
          signedAt: new Date(event.at),
        })
        .execute()
    if (event.kind === 'cartridgeOpened')
      await tx
        .insertInto('clinic.cartridges')
        .values({ clinicId, treatmentId, ...cartridge, openedAt: new Date(event.at) })
        .execute()
  }
  await tx
    .insertInto('clinic.treatmentEvents')
    .values(chain(clinicId, treatmentId, events))
    .execute()
}

function chain(clinicId: string, treatmentId: string, events: readonly TreatmentEvent[]) {
  let hash: string | undefined
  return events.map((event, at) => {
    const canonical = canonicalBytes(event)
    hash = chainHash(hash, canonical)
    const instant = new Date(event.at)
    return {
      clinicId,
      treatmentId,
      seq: at + 1,
      eventId: event.eventId,
      kind: event.kind,
      at: instant,
      byMember: event.by,
      canonical: Buffer.from(canonical),
      hash,
      recordedAt: instant,
    }
  })
}

async function seedCourses(tx: ClinicTransaction, clinicId: string, courses: readonly DemoCourse[]): Promise<void> {
  if (courses.length === 0) return
  await tx
    .insertInto('clinic.courses')
    .values(
      courses.map(({ courseId, patientId, startedAt }) => ({
        ...{ clinicId, courseId, patientId, startedAt: new Date(startedAt) },
      })),
    )
    .execute()
  const versions = courses.flatMap(({ courseId, versions: saved }) =>
    saved.map(({ plan, savedBy, savedAt }, at) => ({
      ...{ clinicId, courseId, version: at + 1, plan: JSON.stringify(plan), savedBy, savedAt: new Date(savedAt) },
    })),
  )
  await tx.insertInto('clinic.courseVersions').values(versions).execute()
}

async function seedCheckIns(tx: ClinicTransaction, clinicId: string, visits: readonly DemoVisit[]): Promise<void> {
  const sent = visits.flatMap(({ treatment, patientId, checkIns }) =>
    checkIns.map((checkIn) => ({ treatmentId: treatment!.treatmentId, patientId, ...checkIn })),
  )
  const rows = sent.map(({ answer: _, sentAt, redFlags, ...checkIn }) => ({
    clinicId,
    ...checkIn,
    redFlags: [...redFlags],
    sentAt: new Date(sentAt),
  }))
  if (rows.length > 0) await tx.insertInto('clinic.checkIns').values(rows).execute()
  const answers = sent.flatMap(({ checkInId, answer }) =>
    answer
      ? [
          {
            clinicId,
            checkInId,
            action: answer.action,
            note: answer.note,
            answeredBy: answer.byMember,
            answeredAt: new Date(answer.at),
          },
        ]
      : [],
  )
  if (answers.length > 0) await tx.insertInto('clinic.redFlagAnswers').values(answers).execute()
}
