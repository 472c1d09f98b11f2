// The planner counts days in the browser too, and loads no calendar library for it: a local date is text.
const dayMs = 86_400_000

const midnight = (on: string) => Date.parse(`${on}T00:00:00Z`)

/** The local date some days later, or earlier. */
export function daysLater(on: string, days: number): string {
  return new Date(midnight(on) + days * dayMs).toISOString().slice(0, 10)
}

/** Whole days from one local date to another. */
export function daysBetween(fromOn: string, toOn: string): number {
  return Math.round((midnight(toOn) - midnight(fromOn)) / dayMs)
}

/** ISO weekday of a local date, 1 = Monday. */
export function weekdayOf(on: string): number {
  return ((new Date(midnight(on)).getUTCDay() + 6) % 7) + 1
}

/** Whether a text is a real date 'YYYY-MM-DD' between 1900 and 2199. */
export function isRealDate(text: unknown): text is string {
  if (typeof text !== 'string' || !/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false
  const at = midnight(text)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}
