import { localDateOf } from '@pointille/scheduling'
import type { Caller } from '#features/access/index.server.ts'
import { type DiaryService, readDiary } from './diary.server.ts'
import { searchDays } from './find-free-starts.server.ts'
import type { OfferedStart } from './start.ts'

const count = 5
const maxAgeMs = 5_000
/** Days on either side, one try after the other; within two months or not at all. */
const reaches = [3, 10, 30]
const dayMs = 86_400_000

/**
 * Up to five free starts nearest to `aroundAt` (epoch ms), the nearest first and never `aroundAt` itself: the way out
 * when a start is not free. `fromOn` is the first date that may be offered (the verdict's).
 */
export async function findNearestStarts(
  caller: Caller,
  service: DiaryService,
  wish: { aroundAt: number; practitionerId?: string; exceptId?: string; fromOn?: string },
): Promise<OfferedStart[]> {
  const { aroundAt, practitionerId = '', exceptId = '', fromOn = '' } = wish
  const key = `nearest ${service.serviceId} ${aroundAt} ${practitionerId} ${exceptId} ${fromOn}`
  return caller.house.cache.get(caller.clinic.clinicId, key, maxAgeMs, () => search(caller, service, wish))
}

async function search(
  caller: Caller,
  service: DiaryService,
  wish: Parameters<typeof findNearestStarts>[2],
): Promise<OfferedStart[]> {
  const { nowAt, house, clinic } = caller
  const { profile } = await readDiary(house, clinic)
  const firstAt = nowAt + profile.noticeMinutes * 60_000
  const lastAt = nowAt + profile.horizonDays * dayMs
  const firstOn = later(localDateOf(clinic.timeZone, firstAt), wish.fromOn ?? '')
  // A wish outside what may be booked is answered from its nearest end.
  const aroundAt = Math.min(Math.max(wish.aroundAt, firstAt, Date.parse(firstOn)), lastAt)
  let found: OfferedStart[] = []
  for (const reachDays of reaches) {
    const fromOn = later(localDateOf(clinic.timeZone, aroundAt, -reachDays), firstOn)
    const toOn = later(localDateOf(clinic.timeZone, aroundAt, reachDays), fromOn)
    const days = await searchDays(caller, service, { ...wish, fromOn, toOn })
    found = days
      .flatMap((day) => day.starts)
      .filter((start) => start.startAt !== wish.aroundAt)
      .sort((a, b) => Math.abs(a.startAt - aroundAt) - Math.abs(b.startAt - aroundAt) || a.startAt - b.startAt)
    if (found.length >= count) break
  }
  return found.slice(0, count)
}

function later(a: string, b: string): string {
  return a > b ? a : b
}
