import type { Indication } from '@pointille/protocol'
import { localTime } from '#platform/languages/dates.ts'
import type { DemoVisit } from './demo-history.ts'
import type { Story } from './story.ts'

export type DayWish = { service: 'treatment' | 'consultation'; time: string; with: string; indication?: Indication }

const minuteMs = 60_000
/** A visit that fell behind its plan by more is no longer believable. */
const longestVisitMs = 120 * minuteMs

/**
 * Brings the clinic's present day to life while it is open: somebody with cream on, somebody late, somebody waiting.
 * Outside opening hours there is nobody to find, and this does nothing.
 * @returns how many visits it added
 */
export function sceneOfNow(story: Story, timeZone: string, doctor: string, other: string): number {
  const { nowAt, todayOn } = story
  const at = (minutes: number) => localTime(nowAt + minutes * minuteMs, timeZone)
  let added = 0
  const book = (service: DayWish['service'], minutes: number, practitioner: string, latest: boolean) => {
    const { on, time } = at(minutes)
    if (on !== todayOn || !story.diary.isOpen(on)) return undefined
    return story.book({ service, on, time, latest, with: practitioner })
  }
  const since = ({ placed }: DemoVisit) => nowAt - placed.startAt

  const numbed = book('treatment', -25, doctor, true)
  if (numbed && since(numbed) <= longestVisitMs) story.treat(numbed, 'numbing')
  else if (numbed) story.treat(numbed, 'sealed')
  const late = book('consultation', -6, other, true)
  if (late && since(late) > 25 * minuteMs) settle(story, late)
  const waiting = book('consultation', 1, other, false)
  if (waiting && since(waiting) > -50 * minuteMs) story.arrive(waiting)
  for (const visit of [numbed, late, waiting]) if (visit) added += 1
  return added
}

/** Fills a day; what was to be over by now is over, what has not come yet is booked. */
export function fillDay(story: Story, on: string, wishes: readonly DayWish[]): void {
  for (const wish of wishes) {
    const visit = story.book({ on, ...wish })
    if (visit) settle(story, visit)
  }
}

/** What a visit of a day must have come to by now, if everything went as planned. */
function settle(story: Story, visit: DemoVisit): void {
  const { startAt, endAt } = visit.placed
  const { nowAt } = story
  if (startAt > nowAt) return
  const since = nowAt - startAt
  if (endAt <= nowAt && visit.kind === 'consultation') story.consult(visit)
  else if (endAt <= nowAt) story.treat(visit, 'sealed')
  else if (visit.kind === 'consultation' || since < 10 * minuteMs) story.arrive(visit)
  else story.treat(visit, since < 80 * minuteMs ? 'numbing' : 'unsealed')
}
