import { addDays } from '#platform/languages/dates.ts'
import type { DemoVisit } from './demo-history.ts'
import type { Booking, Story } from './story.ts'

/** A visit some days ago, on the last day that was open by then; at its time, or the first that day where it has none so late. */
export function bookPast(story: Story, daysAgo: number, booking: Omit<Booking, 'on'>): DemoVisit {
  const on = story.diary.openDay(addDays(story.todayOn, -daysAgo), 0)
  const visit = story.book({ ...booking, on }) ?? story.book({ ...booking, on, time: '09:00' })
  if (!visit) throw new Error(`the demo has no room for a ${booking.service} on ${on}`)
  return visit
}
