import { appointmentMinutes, candidatesAt, localDateOf, type Placement } from '@pointille/scheduling'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { listOccupancies } from './diary.queries.server.ts'
import { type Diary, type DiaryService, questionOf } from './diary.server.ts'
import { lapseExpiredHolds, lockDay } from './hold.queries.server.ts'
import type { SlotReason } from './refusals.ts'

export type Wish = {
  startAt: number
  nowAt: number
  practitionerId?: string
  /** The appointment that is being moved: its own time counts as free. */
  exceptId?: string
}

/** Longest buffer that a resource may have, so far before and after a visit its neighbours matter. */
const reachMs = 240 * 60_000

/**
 * Every way to place a visit at exactly this instant by what is committed now, best first, or why there is none.
 * Reads only: a cheap first look, and the true one once `lockDiary` holds.
 */
export async function listPlacements(
  tx: ClinicTransaction,
  clinicId: string,
  { diary, service }: { diary: Diary; service: DiaryService },
  wish: Wish,
): Promise<Placement[] | { reason: SlotReason }> {
  const { startAt, nowAt, practitionerId, exceptId } = wish
  // Who has the least work that day is asked first, so the whole day counts, not only the visit's own hours.
  const occupancies = await listOccupancies(tx, clinicId, {
    resourceIds: service.resources.map(({ id }) => id),
    fromAt: startAt - 86_400_000 - reachMs,
    toAt: startAt + 86_400_000 + reachMs + appointmentMinutes(service.phases) * 60_000,
    nowAt,
    exceptId,
  })
  const placements = candidatesAt(startAt, questionOf(diary, service, { nowAt, occupancies, practitionerId }))
  return 'refusal' in placements ? { reason: placements.refusal } : placements
}

/**
 * From here to the end of the transaction nobody else takes time near this visit: buffers hold too, which no constraint
 * can say. Holds in the way that have expired end now.
 */
export async function lockDiary(
  tx: ClinicTransaction,
  { clinicId, timeZone }: { clinicId: string; timeZone: string },
  service: DiaryService,
  { startAt, nowAt }: Wish,
): Promise<void> {
  const fromAt = startAt - reachMs
  const toAt = startAt + appointmentMinutes(service.phases) * 60_000 + reachMs
  const days = new Set([localDateOf(timeZone, fromAt), localDateOf(timeZone, startAt), localDateOf(timeZone, toAt)])
  for (const on of [...days].sort()) await lockDay(tx, clinicId, on)
  await lapseExpiredHolds(tx, clinicId, { fromAt, toAt, nowAt })
}
