/** How days lie along a picture: by their root after one treatment, evenly over a whole course (months would not fit a root). */
export interface DayAxis {
  readonly kind: 'root' | 'linear'
  readonly lastDay: number
  readonly ticks: readonly number[]
}

/** Four weeks after one treatment: early days are wide because most happens there, and the ticks say so. */
export const rootAxis: DayAxis = { kind: 'root', lastDay: 28, ticks: [0, 1, 2, 3, 5, 7, 10, 14, 21, 28] }

const daysPerMonth = 365 / 12

/** A whole course, with a tick every three months, or every six beyond a year and a half. */
export function courseAxis(lastDay: number): DayAxis {
  const stepMonths = lastDay > 550 ? 6 : 3
  const ticks: number[] = []
  for (let month = 0; month * daysPerMonth <= lastDay + 1; month += stepMonths)
    ticks.push(Math.round(month * daysPerMonth))
  return { kind: 'linear', lastDay, ticks }
}

/** Months of a tick of a course axis. */
export function monthsOf(day: number): number {
  return Math.round(day / daysPerMonth)
}

/** Where a day lies, 0 = the left end and 1 = the right. */
export function shareOfDay({ kind, lastDay }: DayAxis, day: number): number {
  const share = Math.min(1, Math.max(0, day / lastDay))
  return kind === 'root' ? Math.sqrt(share) : share
}

/** The day at a share of the width. */
export function dayOfShare({ kind, lastDay }: DayAxis, share: number): number {
  const within = Math.min(1, Math.max(0, share))
  return lastDay * (kind === 'root' ? within * within : within)
}
