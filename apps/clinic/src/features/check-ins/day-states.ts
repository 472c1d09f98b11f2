import type { FollowedTreatment } from './read-own-space.server.ts'

export type DayState = 'done' | 'now' | 'ahead' | 'missed'

/** Where one planned check-in stands: sent, today's, to come, or past and not sent. */
export function dayState(day: FollowedTreatment['days'][number], today: number): DayState {
  if (day.sent) return 'done'
  if (day.day === today) return 'now'
  return day.day > today ? 'ahead' : 'missed'
}
