import { randomUUID } from 'node:crypto'
import { localDateOf } from '@pointille/scheduling'
import type { Caller } from '#features/access/index.server.ts'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { issueToken } from '#platform/house/house.queries.server.ts'
import { newToken, tokenHash } from '#platform/http/sealed.server.ts'
import { type Diary, type DiaryService, findService, isPractitionerOf, readDiary } from './diary.server.ts'
import { attempt, insertHold, insertScreening, takeUses } from './hold.queries.server.ts'
import { type Hold, holdMs } from './hold.ts'
import { firstDayOf, gate, type JudgedScreening, judgeScreening } from './judge-screening.server.ts'
import { findNearestStarts } from './nearest-starts.server.ts'
import { listPlacements, lockDiary } from './place-visit.server.ts'
import type {
  InvalidScreening,
  SlotReason,
  SlotTaken,
  UnknownPractitioner,
  UnknownService,
  VerdictForbids,
} from './refusals.ts'
import { resourceUses } from './visit-uses.ts'

export type HoldRequest = {
  serviceId: string
  /** Epoch ms; on the offered grid. */
  startAt: number
  practitionerId?: string
  /** {indication, birthDate, answers} as it came from outside; judged here, whatever a page said before. */
  screening: unknown
}

/** Takes a start for ten minutes, with every resource it needs, or nothing. */
export async function takeHold(
  caller: Caller,
  request: HoldRequest,
): Promise<Hold | SlotTaken | VerdictForbids | InvalidScreening | UnknownService | UnknownPractitioner> {
  const { house, clinic } = caller
  const { startAt, practitionerId } = request
  const diary = await readDiary(house, clinic)
  const service = findService(diary, request.serviceId)
  if (!service) return { refusal: 'UnknownService' }
  if (practitionerId !== undefined && !isPractitionerOf(service, practitionerId))
    return { refusal: 'UnknownPractitioner' }
  const judged = await judgeScreening(caller, request.screening)
  if ('refusal' in judged) return judged
  const allowed = gate(judged, { kind: service.kind, startOn: localDateOf(clinic.timeZone, startAt) })
  if (allowed !== true) return allowed

  const taken = await inClinic(house.db, clinic.clinicId, (tx) =>
    take(tx, caller, { ...request, diary, service, judged }),
  )
  if ('reason' in taken) {
    const fromOn = firstDayOf(judged.verdict, service.kind)
    const nearest = await findNearestStarts(caller, service, { aroundAt: startAt, practitionerId, fromOn })
    return { refusal: 'SlotTaken', reason: taken.reason, nearest }
  }
  house.changed(clinic.clinicId)
  return taken
}

async function take(
  tx: ClinicTransaction,
  { clinic, nowAt, language }: Caller,
  wish: HoldRequest & { diary: Diary; service: DiaryService; judged: JudgedScreening },
): Promise<Hold | { reason: SlotReason }> {
  const { clinicId } = clinic
  const { service, judged, startAt, practitionerId } = wish
  const asked = { startAt, practitionerId, nowAt }
  // Most refusals end here, before anybody waits for a lock.
  const look = await listPlacements(tx, clinicId, wish, asked)
  if ('reason' in look) return look
  await lockDiary(tx, clinic, service, asked)
  const placements = await listPlacements(tx, clinicId, wish, asked)
  if ('reason' in placements) return placements

  const appointmentId = randomUUID()
  const expiresAt = nowAt + holdMs
  for (const placement of placements) {
    const whole = await attempt(tx, async () => {
      await insertHold(tx, clinicId, {
        appointmentId,
        serviceId: service.serviceId,
        startsAt: startAt,
        endsAt: placement.endAt,
        practitionerId: placement.practitioner,
        language,
        heldAt: nowAt,
        expiresAt,
        verdictKind: judged.verdict.kind,
      })
      return takeUses(tx, clinicId, appointmentId, resourceUses(placement, service.phases))
    })
    if (!whole) continue
    await insertScreening(tx, clinicId, appointmentId, judged, nowAt)
    const holdId = newToken()
    // No end: a retried confirmation is recognised long after the hold's own.
    await issueToken(tx, { sha256: tokenHash(holdId), kind: 'hold', subjectId: appointmentId, expiresAt: undefined })
    return { holdId, expiresAt }
  }
  return { reason: 'Taken' }
}
