import { type CheckIn, type CheckInDay, careLevel, checkInDays, type RedFlag } from '@pointille/protocol'
import { addDays, dayBounds, localTime } from '#platform/languages/dates.ts'
import type { Chance } from './chance.ts'
import type { DemoCheckIn } from './demo-history.ts'

/** A red flag that a patient reports on the last planned day reached by `untilOn`, and what the team did about it. */
export type Flag = { flag: RedFlag; untilOn: string; answer?: { note: string; byMember: string } }

type Report = Omit<CheckIn, 'day' | 'redFlags'>

/** What a calm course looks like, day by day. */
const calm: Record<CheckInDay, readonly [Report, Report]> = {
  1: [
    { redness: 'marked', swelling: 'mild', painScore: 2 },
    { redness: 'mild', swelling: 'mild', painScore: 1 },
  ],
  2: [
    { redness: 'mild', swelling: 'mild', painScore: 1 },
    { redness: 'marked', swelling: 'none', painScore: 1 },
  ],
  3: [
    { redness: 'mild', swelling: 'none', painScore: 0 },
    { redness: 'mild', swelling: 'none', painScore: 1 },
  ],
  5: [
    { redness: 'none', swelling: 'none', painScore: 0 },
    { redness: 'mild', swelling: 'none', painScore: 0 },
  ],
  7: [
    { redness: 'none', swelling: 'none', painScore: 0 },
    { redness: 'mild', swelling: 'none', painScore: 0 },
  ],
  14: [
    { redness: 'none', swelling: 'none', painScore: 0 },
    { redness: 'none', swelling: 'none', painScore: 0 },
  ],
}

/** The day reports of one patient up to now: some days are forgotten, a flagged one never is, and none follows an open flag. */
export function inventCheckIns(
  { treatedAt, timeZone, nowAt, flag }: { treatedAt: number; timeZone: string; nowAt: number; flag: Flag | undefined },
  chance: Chance,
): DemoCheckIn[] {
  const treatedOn = localTime(treatedAt, timeZone).on
  const flaggedDay = flag && checkInDays.findLast((day) => addDays(treatedOn, day) <= flag.untilOn)
  if (flag && flaggedDay === undefined) throw new Error('no planned day for the demo’s red flag')
  return checkInDays.flatMap((day): DemoCheckIn[] => {
    const isFlagged = day === flaggedDay
    const on = addDays(treatedOn, day)
    const sentAt =
      dayBounds(on, timeZone).fromAt + (isFlagged ? 19 * 60 + 40 : chance.between(7 * 60, 21 * 60)) * 60_000
    const report = chance.pick(calm[day])
    const forgotten = chance.happens(0.15)
    if (sentAt > nowAt || (forgotten && !isFlagged)) return []
    if (flag && !flag.answer && flaggedDay !== undefined && day > flaggedDay) return []
    const flagged: Report = { redness: 'marked', swelling: 'marked', painScore: 6 }
    const checkIn: CheckIn = { day, ...(isFlagged ? flagged : report), redFlags: isFlagged ? [flag!.flag] : [] }
    const answer = isFlagged ? flag!.answer : undefined
    return [
      {
        ...checkIn,
        checkInId: chance.uuid(),
        careLevel: careLevel(checkIn),
        sentAt,
        answer: answer && {
          action: 'calledBack',
          note: answer.note,
          byMember: answer.byMember,
          at: sentAt + 25 * 60_000,
        },
      },
    ]
  })
}
