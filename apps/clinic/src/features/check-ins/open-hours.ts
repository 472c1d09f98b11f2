import { Temporal } from 'temporal-polyfill'

type Opening = { weekday: number; opens: string; closes: string }

/** When somebody answers the telephone: today's hours that are not over, else the next day that opens and its first hour. */
export type AnsweringHours =
  | { today: { opens: string; closes: string }[] }
  | { next: { on: string; opens: string } }
  | undefined

const daysAhead = 14

/**
 * Looks from an instant (epoch ms) on, over two weeks; undefined when the clinic does not open in them.
 * @param closedOn local dates on which it is closed although its weekday is not
 */
export function answeringHours(
  opening: readonly Opening[],
  closedOn: readonly string[],
  nowAt: number,
  timeZone: string,
): AnsweringHours {
  const now = Temporal.Instant.fromEpochMilliseconds(nowAt).toZonedDateTimeISO(timeZone)
  const hoursOf = (date: Temporal.PlainDate) =>
    closedOn.includes(date.toString()) ? [] : opening.filter(({ weekday }) => weekday === date.dayOfWeek)
  const time = now.toPlainTime().toString({ smallestUnit: 'second' })
  const today = hoursOf(now.toPlainDate()).filter(({ closes }) => closes > time)
  if (today.length > 0) return { today: today.map(({ opens, closes }) => ({ opens, closes })) }
  for (let days = 1; days <= daysAhead; days += 1) {
    const date = now.toPlainDate().add({ days })
    const first = hoursOf(date)[0]
    if (first) return { next: { on: date.toString(), opens: first.opens } }
  }
  return undefined
}
