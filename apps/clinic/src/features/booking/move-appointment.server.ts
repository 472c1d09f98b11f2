import type { Verdict } from '@pointille/protocol'
import { localDateOf, type Placement } from '@pointille/scheduling'
import type { Caller } from '#features/access/index.server.ts'
import { writeAuditLine } from '#features/records/index.server.ts'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { addJob } from '#platform/house/house.queries.server.ts'
import {
  type AppointmentRow,
  findAppointment,
  freeTime,
  lockAppointment,
  reschedule,
} from './appointment.queries.server.ts'
import { type Diary, type DiaryService, findService, readDiary } from './diary.server.ts'
import { attempt, findScreening, takeUses } from './hold.queries.server.ts'
import { firstDayOf, gate } from './judge-screening.server.ts'
import { findNearestStarts } from './nearest-starts.server.ts'
import { openByToken } from './open-by-token.server.ts'
import { listPlacements, lockDiary } from './place-visit.server.ts'
import type {
  PatientElsewhere,
  SlotReason,
  SlotTaken,
  TooLateToChange,
  UnknownAppointment,
  VerdictForbids,
} from './refusals.ts'
import { siteOrigin } from './site-origin.server.ts'
import { isChangeable } from './visit-changes.ts'
import { patientUse, resourceUses } from './visit-uses.ts'

export type MoveRequest = { token: string; startAt: number; practitionerId?: string; origin: string }

type Move = { visit: AppointmentRow; verdict: Verdict; diary: Diary; service: DiaryService; origin: string }

/** Moves by link: the old time out and the new one in, together or not at all. */
export async function moveAppointment(
  caller: Caller,
  request: MoveRequest,
): Promise<
  | { moved: true; startAt: number }
  | UnknownAppointment
  | TooLateToChange
  | SlotTaken
  | VerdictForbids
  | PatientElsewhere
> {
  const opened = await openMove(caller, request.token)
  if ('refusal' in opened) return opened
  const { house, clinic } = opened.caller
  const { startAt, practitionerId } = request
  const { service, verdict, visit } = opened
  const allowed = gate(
    { verdict, consultationFirst: false },
    { kind: service.kind, startOn: localDateOf(clinic.timeZone, startAt) },
  )
  if (allowed !== true) return allowed
  const origin = await siteOrigin(house, clinic.clinicId, request.origin)
  const moved = await inClinic(house.db, clinic.clinicId, (tx) =>
    move(tx, opened.caller, { ...opened, ...request, origin }),
  )
  if ('reason' in moved) {
    const exceptId = visit.appointmentId
    const fromOn = firstDayOf(verdict, service.kind)
    const wish = { aroundAt: startAt, practitionerId, exceptId, fromOn }
    const nearest = await findNearestStarts(opened.caller, service, wish)
    return { refusal: 'SlotTaken', reason: moved.reason, nearest }
  }
  if ('moved' in moved) house.changed(clinic.clinicId)
  return moved
}

/** Everything a move needs to know beforehand; nothing is locked yet. */
export async function openMove(
  caller: Caller,
  token: string,
): Promise<(Omit<Move, 'origin'> & { caller: Caller }) | UnknownAppointment | TooLateToChange> {
  const opened = await openByToken(caller, token, 'manageAppointment')
  if (!opened) return { refusal: 'UnknownAppointment' }
  const { house, clinic, nowAt } = opened.caller
  const { clinicId } = clinic
  const diary = await readDiary(house, clinic)
  const found = await inClinic(house.db, clinicId, async (tx) => ({
    visit: await findAppointment(tx, clinicId, opened.appointmentId),
    screening: await findScreening(tx, clinicId, opened.appointmentId),
  }))
  const { visit } = found
  if (!visit) return { refusal: 'UnknownAppointment' }
  const service = findService(diary, visit.serviceId)
  if (!isChangeable(visit, nowAt) || !service) return { refusal: 'TooLateToChange', status: visit.status }
  // An appointment without answers was made by the team, who judged for themselves.
  const verdict = (found.screening?.verdict as Verdict | undefined) ?? { kind: 'allow' }
  return { caller: opened.caller, visit, verdict, diary, service }
}

async function move(
  tx: ClinicTransaction,
  caller: Caller,
  wish: Move & MoveRequest,
): Promise<{ moved: true; startAt: number } | { reason: SlotReason } | TooLateToChange | PatientElsewhere> {
  const { clinic, nowAt } = caller
  const { startAt, practitionerId, service } = wish
  const { appointmentId } = wish.visit
  const asked = { startAt, practitionerId, nowAt, exceptId: appointmentId }
  await lockDiary(tx, clinic, service, asked)
  const visit = await lockAppointment(tx, clinic.clinicId, appointmentId)
  if (!isChangeable(visit, nowAt)) return { refusal: 'TooLateToChange', status: visit.status }
  if (visit.startsAt === startAt && (practitionerId ?? visit.practitionerId) === visit.practitionerId)
    return { moved: true, startAt }
  const placements = await listPlacements(tx, clinic.clinicId, wish, asked)
  if ('reason' in placements) return placements
  let resourcesWereFree = false
  for (const placement of preferSamePractitioner(placements, visit.practitionerId)) {
    const done = await attempt(tx, async () => {
      await freeTime(tx, clinic.clinicId, appointmentId)
      if (!(await takeUses(tx, clinic.clinicId, appointmentId, resourceUses(placement, service.phases)))) return false
      resourcesWereFree = true
      const own = patientUse(visit.patientId!, placement, service.phases)
      return takeUses(tx, clinic.clinicId, appointmentId, [own])
    })
    if (done) {
      await recordMove(tx, caller, visit, placement, wish.origin)
      return { moved: true, startAt }
    }
    if (resourcesWereFree) return { refusal: 'PatientElsewhere' }
  }
  return { reason: 'Taken' }
}

async function recordMove(
  tx: ClinicTransaction,
  { clinic, actor, nowAt }: Caller,
  visit: AppointmentRow,
  placement: Placement,
  origin: string,
): Promise<void> {
  const { clinicId } = clinic
  const { appointmentId } = visit
  await reschedule(tx, clinicId, visit, placement)
  await addJob(tx, {
    task: 'sendChange',
    payload: { clinicId, appointmentId, origin, insteadOfAt: new Date(visit.startsAt).toISOString() },
    key: `change ${appointmentId}`,
  })
  await writeAuditLine(tx, clinicId, actor, nowAt, {
    action: 'move',
    patientId: visit.patientId ?? undefined,
    outcome: 'allowed',
    detail: `appointment ${appointmentId}`,
  })
}

/** A patient who moves keeps their practitioner where that is possible. */
function preferSamePractitioner(placements: Placement[], practitionerId: string | null): Placement[] {
  const same = placements.filter((placement) => placement.practitioner === practitionerId)
  return [...same, ...placements.filter((placement) => placement.practitioner !== practitionerId)]
}
