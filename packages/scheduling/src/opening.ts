import type { LocalDay } from './local-day.ts'
import type { ClinicHours, HoursException, OpenRange, WeeklyHours } from './question.ts'

/** Half-open stretch of minutes, numbered from the origin of a search. */
export type Span = { readonly from: number; readonly to: number }

/** Tells the wall-clock minutes after 00:00 that are open on a day, in no particular order. */
export type OpeningRule = (day: LocalDay) => readonly Span[]

/** The clinic's own rule: its week, changed by its exceptions. @throws RangeError for malformed hours */
export function clinicOpening(hours: ClinicHours): OpeningRule {
  const weekly = weeklyOpening(hours.weekly)
  const exceptions = Map.groupBy(hours.exceptions, (exception) => exception.on)
  return (day) => {
    const ofDay = exceptions.get(day.on)
    if (ofDay === undefined) return weekly(day)
    if (rulingKind(ofDay) !== 'open') return []
    return ofDay.flatMap(({ kind, hours: own }) => (kind !== 'open' ? [] : own ? own.map(wallSpan) : weekly(day)))
  }
}

/** A resource's own week. The clinic's exceptions do not change it. @throws RangeError for malformed hours */
export function weeklyOpening(weekly: WeeklyHours): OpeningRule {
  const byWeekday = [0, 1, 2, 3, 4, 5, 6, 7].map((isoWeekday) => (weekly[isoWeekday] ?? []).map(wallSpan))
  return (day) => byWeekday[day.isoWeekday]!
}

/** What to call a date on which the clinic cannot be visited: `holiday` when that is the exception that closed it. */
export function closureOf(hours: ClinicHours, on: string): 'closed' | 'holiday' {
  return rulingKind(hours.exceptions.filter((exception) => exception.on === on)) === 'holiday' ? 'holiday' : 'closed'
}

/**
 * Lists the real minutes since `originAt` at which the wall clock reads a time that `rule` calls open: sorted, apart.
 * Read this way both clock changes need no special case: the hour that is skipped is never open, the doubled one twice.
 */
export function listOpenSpans(days: readonly LocalDay[], rule: OpeningRule, originAt: number): Span[] {
  const spans: Span[] = []
  for (const day of days) {
    for (const { startAt, endAt, wallStartMinute } of day.pieces) {
      const start = (startAt - originAt) / 60_000
      const end = (endAt - originAt) / 60_000
      for (const { from, to } of rule(day)) {
        const open = {
          from: Math.max(start, start + from - wallStartMinute),
          to: Math.min(end, start + to - wallStartMinute),
        }
        if (open.from < open.to) spans.push(open)
      }
    }
  }
  return mergeSpans(spans)
}

/** Lists what lies between `from` and `to` and outside `spans`, which must be sorted and apart. */
export function listGaps(spans: readonly Span[], from: number, to: number): Span[] {
  const gaps: Span[] = []
  let reached = from
  for (const span of spans) {
    if (span.from > reached) gaps.push({ from: reached, to: Math.min(span.from, to) })
    reached = Math.max(reached, span.to)
  }
  if (reached < to) gaps.push({ from: reached, to })
  return gaps
}

function mergeSpans(spans: Span[]): Span[] {
  const merged: { from: number; to: number }[] = []
  for (const { from, to } of spans.sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else merged.push({ from, to })
  }
  return merged
}

function rulingKind(exceptions: readonly HoursException[]): HoursException['kind'] | undefined {
  return (['closed', 'open', 'holiday'] as const).find((kind) =>
    exceptions.some((exception) => exception.kind === kind),
  )
}

function wallSpan({ opens, closes }: OpenRange): Span {
  const span = { from: wallMinute(opens), to: wallMinute(closes) }
  if (span.from >= span.to) throw new RangeError(`Hours must open before they close: ${opens}-${closes}`)
  return span
}

function wallMinute(text: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$|^24:00$/.exec(text)
  if (match === null) throw new RangeError(`Not a wall-clock time 'HH:MM': ${text}`)
  return match[1] === undefined ? 1440 : Number(match[1]) * 60 + Number(match[2])
}
