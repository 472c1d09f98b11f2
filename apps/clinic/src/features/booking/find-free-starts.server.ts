import { type DiaryDay, freeStarts } from '@pointille/scheduling'
import { Temporal } from 'temporal-polyfill'
import type { Caller } from '#features/access/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { listOccupancies } from './diary.queries.server.ts'
import { type DiaryService, findService, isPractitionerOf, questionOf, readDiary } from './diary.server.ts'
import type { SpanTooLong, UnknownPractitioner, UnknownService } from './refusals.ts'
import { mostSearchDays, type OfferedDay, type OfferedDays } from './start.ts'

export type StartSearch = {
  serviceId: string
  /** Local dates, both included, at most `mostSearchDays`. */
  fromOn: string
  toOn: string
  practitionerId?: string
}

const maxAgeMs = 5_000
const dayMs = 86_400_000

/** Every free start of the span, day by day; a day without one says why. */
export async function findFreeStarts(
  caller: Caller,
  search: StartSearch,
): Promise<OfferedDays | UnknownService | UnknownPractitioner | SpanTooLong> {
  const { serviceId, fromOn, toOn, practitionerId } = search
  const { house, clinic } = caller
  if (!isSearchable(fromOn, toOn)) return { refusal: 'SpanTooLong', limitDays: mostSearchDays }
  const service = findService(await readDiary(house, clinic), serviceId)
  if (!service) return { refusal: 'UnknownService' }
  if (practitionerId !== undefined && !isPractitionerOf(service, practitionerId))
    return { refusal: 'UnknownPractitioner' }
  const key = `starts ${serviceId} ${fromOn} ${toOn} ${practitionerId ?? ''}`
  const days = await house.cache.get(clinic.clinicId, key, maxAgeMs, () => searchDays(caller, service, search))
  return { timeZone: clinic.timeZone, days }
}

/** Works the days out, without remembering them; `exceptId` leaves one appointment's own time free. */
export async function searchDays(
  { house, clinic, nowAt }: Caller,
  service: DiaryService,
  search: Pick<StartSearch, 'fromOn' | 'toOn' | 'practitionerId'> & { exceptId?: string },
): Promise<OfferedDay[]> {
  const { fromOn, toOn, practitionerId, exceptId } = search
  const diary = await readDiary(house, clinic)
  const occupancies = await inClinic(house.db, clinic.clinicId, (tx) =>
    listOccupancies(tx, clinic.clinicId, {
      resourceIds: service.resources.map(({ id }) => id),
      // Two days more on either side: no zone, no visit and no buffer reaches further.
      fromAt: Date.parse(fromOn) - 2 * dayMs,
      toAt: Date.parse(toOn) + 3 * dayMs,
      nowAt,
      exceptId,
    }),
  )
  const question = questionOf(diary, service, { nowAt, occupancies, practitionerId })
  return freeStarts({ ...question, fromOn, toOn }).map((day) => offer(day, service))
}

/** A real span of at most `mostSearchDays` local dates. */
export function isSearchable(fromOn: string, toOn: string): boolean {
  const days = Temporal.PlainDate.from(fromOn).until(toOn, { largestUnit: 'day' }).days + 1
  return days >= 1 && days <= mostSearchDays
}

function offer({ date, starts, reason }: DiaryDay, service: DiaryService): OfferedDay {
  const offered = starts.map(({ startAt, localTime, practitioner }) => ({
    startAt,
    date,
    localTime,
    practitionerId: practitioner,
    practitionerName: service.resources.find(({ id }) => id === practitioner)?.name,
  }))
  return reason === undefined ? { date, starts: offered } : { date, starts: offered, reason }
}
