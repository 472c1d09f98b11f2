import type {
  BookingQuestion,
  ClinicHours,
  Occupancy,
  OpenRange,
  Phase,
  Resource,
  WeeklyHours,
} from '@pointille/scheduling'
import { getProfile, type Profile } from '#features/clinics/index.server.ts'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import type { Clinic } from '#platform/house/house.queries.server.ts'
import type { House } from '#platform/house/house.server.ts'
import {
  listAbsences,
  listClosures,
  listOpeningHours,
  listPhaseRows,
  listResources,
  listServiceResources,
  listServiceRows,
} from './diary.queries.server.ts'

export type DiaryResource = Resource & { name: string }

export type DiaryService = {
  serviceId: string
  kind: 'consultation' | 'treatment'
  nameFr: string
  nameEn: string
  priceCents: number | undefined
  phases: readonly Phase[]
  /** Those that may serve it, in the clinic's order. */
  resources: readonly DiaryResource[]
}

/** Everything of a clinic that decides about starts, except what is taken. */
export type Diary = { profile: Profile; hours: ClinicHours; services: readonly DiaryService[] }

const maxAgeMs = 5_000

/**
 * The clinic's diary rules. They are remembered apart from what is booked, so that a booking does not forget them; whoever
 * changes them calls `rulesChanged`.
 */
export function readDiary(house: House, clinic: Clinic): Promise<Diary> {
  return house.cache.get(rulesOf(clinic.clinicId), 'diary', maxAgeMs, () =>
    inClinic(house.db, clinic.clinicId, (tx) => loadDiary(tx, clinic, house.now())),
  )
}

/** Opening hours, closures, absences, resources or services of a clinic changed: every process forgets what it knew. */
export function rulesChanged(house: House, clinicId: string): void {
  house.changed(rulesOf(clinicId))
  house.changed(clinicId)
}

function rulesOf(clinicId: string): string {
  return `rules ${clinicId}`
}

export function findService(diary: Diary, serviceId: string): DiaryService | undefined {
  return diary.services.find((service) => service.serviceId === serviceId)
}

export function isPractitionerOf(service: DiaryService, practitionerId: string): boolean {
  return service.resources.some(({ id, kind }) => kind === 'practitioner' && id === practitionerId)
}

/** The question that the scheduling package answers. */
export function questionOf(
  { hours, profile }: Diary,
  service: DiaryService,
  asked: { nowAt: number; occupancies: readonly Occupancy[]; practitionerId?: string },
): BookingQuestion {
  const { noticeMinutes, horizonDays, stepMinutes } = profile
  const { phases, resources } = service
  return { hours, phases, resources, noticeMinutes, horizonDays, stepMinutes, ...asked }
}

async function loadDiary(tx: ClinicTransaction, { clinicId, timeZone }: Clinic, nowAt: number): Promise<Diary> {
  const profile = await getProfile(tx, clinicId)
  const opening = await listOpeningHours(tx, clinicId)
  const closures = await listClosures(tx, clinicId)
  const absences = await listAbsences(tx, clinicId, nowAt)
  const resources = (await listResources(tx, clinicId, nowAt)).map((row) => ({
    id: row.resourceId,
    kind: row.kind as Resource['kind'],
    name: row.name,
    bufferBeforeMinutes: row.bufferBeforeMinutes,
    bufferAfterMinutes: row.bufferAfterMinutes,
    weekly: weeklyOf(opening.filter((rule) => rule.resourceId === row.resourceId)),
    absences: absences.filter((absence) => absence.resourceId === row.resourceId),
  }))
  const phases = Map.groupBy(await listPhaseRows(tx, clinicId), (phase) => phase.serviceId)
  const serving = Map.groupBy(await listServiceResources(tx, clinicId), (row) => row.serviceId)
  const services = (await listServiceRows(tx, clinicId, nowAt)).map((row) => ({
    ...row,
    kind: row.kind as DiaryService['kind'],
    priceCents: row.priceCents ?? undefined,
    phases: (phases.get(row.serviceId) ?? []).map(
      (phase) =>
        ({
          kind: phase.kind,
          minutes: phase.minutes,
          resources: phase.resourceKinds,
          patient: phase.occupiesPatient,
        }) as Phase,
    ),
    resources: resources.filter(({ id }) => serving.get(row.serviceId)?.some((use) => use.resourceId === id)),
  }))
  return {
    profile,
    hours: {
      timeZone,
      weekly: weeklyOf(opening.filter((rule) => rule.resourceId === null)) ?? {},
      exceptions: closures.map(({ closedOn, kind }) => ({ on: closedOn, kind: kind as 'closed' | 'holiday' })),
    },
    // A service without phases is still being written in the settings: it cannot be booked.
    services: services.filter((service) => service.phases.length > 0),
  }
}

/** Undefined when there is no rule: a resource then follows the clinic. */
function weeklyOf(rules: { weekday: number; opens: string; closes: string }[]): WeeklyHours | undefined {
  if (rules.length === 0) return undefined
  const weekly: Record<number, OpenRange[]> = {}
  for (const { weekday, opens, closes } of rules) {
    weekly[weekday] ??= []
    weekly[weekday].push({ opens: opens.slice(0, 5), closes: closes.slice(0, 5) })
  }
  return weekly
}
