import type { PickerAsk } from '#features/booking/index.ts'
import { isLocalDate } from '#platform/languages/dates.ts'

/** What the address asks for: `?day=` one day, `?from=` the list from there. Dates only; never an answer. */
export function askedDays(url: URL): PickerAsk {
  const dayOn = url.searchParams.get('day') ?? undefined
  const fromOn = url.searchParams.get('from') ?? undefined
  if (isLocalDate(dayOn)) return { dayOn }
  return isLocalDate(fromOn) ? { fromOn } : {}
}

/** The same, to follow an action's name in its address: '&day=2026-11-24'. */
export function queryOf({ dayOn, fromOn }: PickerAsk): string {
  if (dayOn) return `&day=${dayOn}`
  return fromOn ? `&from=${fromOn}` : ''
}
