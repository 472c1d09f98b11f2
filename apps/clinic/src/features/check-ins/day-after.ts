import { Temporal } from 'temporal-polyfill'

/** How many local days have passed since a treatment: 0 on its day, 3 three mornings later. Instants in epoch ms. */
export function dayAfter(treatedAt: number, at: number, timeZone: string): number {
  return localDate(treatedAt, timeZone).until(localDate(at, timeZone), { largestUnit: 'day' }).days
}

/** The local date of day `day` after a treatment, 'YYYY-MM-DD'. */
export function dateOfDay(treatedAt: number, day: number, timeZone: string): string {
  return localDate(treatedAt, timeZone).add({ days: day }).toString()
}

function localDate(at: number, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate()
}
