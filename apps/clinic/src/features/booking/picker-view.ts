import { addDays, dayAndMonth, longDate } from '#platform/languages/dates.ts'
import { type DayContext, type DayView, layOutDay, type SlotView } from './day-layout.ts'
import { layOutMonth, type MonthCell, monthName, monthOf } from './month-layout.ts'
import type { OfferedDay, OfferedStart } from './start.ts'

/** The free times as a page shows them: two weeks in a list, or one day with its week. */
export type PickerView = {
  mode: 'list' | 'day'
  days: DayView[]
  /** The seven days from the one shown, as dots. Day mode only. */
  week: { on: string; weekday: string; day: number; count: number; name: string }[]
  month: { name: string; weeks: MonthView[][]; previousOn?: string; nextOn?: string }
  earlierOn?: string
  laterOn?: string
  /** The first day after what is shown, or after an empty day, that has a free start. */
  nextFree?: { on: string; name: string; shortName: string; count: number }
  /** The first of all days, where the list begins with it. */
  firstFree?: { on: string; name: string; count: number }
  /** Up to three free starts nearest to the lost one, in order of time. */
  nearest: SlotView[]
}

export type MonthView = (NonNullable<MonthCell> & { name: string }) | undefined

/** First and last local date that may be shown. */
export type PickerLimits = { firstOn: string; lastOn: string }

/** What the address asks for: `dayOn` one day, `fromOn` a list from there; neither = a list from where it makes sense. */
export type PickerAsk = { dayOn?: string; fromOn?: string }

export type PickerContext = DayContext & { chosen?: OfferedStart }

const listDays = 14
const nearestCount = 3

/** From today, or from the first day that a verdict permits, to the end of what the clinic opens. */
export function limitsOf(todayOn: string, horizonDays: number, notBeforeOn: string | undefined): PickerLimits {
  const firstOn = later(todayOn, notBeforeOn ?? todayOn)
  // A verdict may wait for longer than the clinic opens its diary: then that one day is shown, with its reason.
  return { firstOn, lastOn: later(addDays(todayOn, horizonDays), firstOn) }
}

/** Which local dates must be searched for the page asked for, and with which it begins. */
export function spanOf(
  ask: PickerAsk,
  limits: PickerLimits,
  startOn: string,
): { anchorOn: string; fromOn: string; toOn: string } {
  const { firstOn, lastOn } = limits
  const wanted = ask.dayOn ?? ask.fromOn ?? startOn
  const anchorOn = later(firstOn, earlier(wanted, lastOn))
  const month = monthOf(anchorOn)
  const fromOn = later(firstOn, earlier(anchorOn, month.firstOn))
  const toOn = earlier(lastOn, later(addDays(anchorOn, listDays - 1), month.lastOn))
  return { anchorOn, fromOn, toOn }
}

/** Lays out what was searched; `beyond` is the first free day after it, where the search itself holds none. */
export function layOutPicker(
  searched: readonly OfferedDay[],
  { ask, limits, anchorOn, beyond }: { ask: PickerAsk; limits: PickerLimits; anchorOn: string; beyond?: OfferedDay },
  context: PickerContext,
): PickerView {
  const { language, chosen, lost } = context
  const days = searched.map((day) => withChosen(day, chosen))
  const mode = ask.dayOn === undefined ? 'list' : 'day'
  const endOn = mode === 'day' ? anchorOn : addDays(anchorOn, listDays - 1)
  const shown = days.filter(({ date }) => date >= anchorOn && date <= endOn)
  const counts = new Map(days.map((day) => [day.date, day.starts.length]))
  const count = (on: string) => counts.get(on) ?? 0
  const firstFree = days.find(({ starts }) => starts.length > 0)
  const isWholeList = mode === 'list' && anchorOn === limits.firstOn
  const nextFree = days.find(({ date, starts }) => date > endOn && starts.length > 0) ?? beyond
  const earlierOn = later(limits.firstOn, addDays(anchorOn, -(mode === 'day' ? 1 : listDays)))
  const laterOn = addDays(endOn, 1)
  return {
    mode,
    days: shown.map((day) => layOutDay(day, { ...context, chosenAt: chosen?.startAt, unfolded: mode === 'day' })),
    week: mode === 'list' ? [] : weekFrom(anchorOn, limits, count, context),
    month: viewMonth(anchorOn, limits, count, context),
    earlierOn: anchorOn > limits.firstOn ? earlierOn : undefined,
    laterOn: laterOn <= limits.lastOn ? laterOn : undefined,
    nextFree: nextFree && {
      on: nextFree.date,
      name: longDate(nextFree.date, language),
      shortName: dayAndMonth(nextFree.date, language),
      count: nextFree.starts.length,
    },
    firstFree:
      isWholeList && firstFree
        ? { on: firstFree.date, name: longDate(firstFree.date, language), count: firstFree.starts.length }
        : undefined,
    nearest: lost ? nearestTo(lost, days, context) : [],
  }
}

function viewMonth(
  anchorOn: string,
  { firstOn, lastOn }: PickerLimits,
  count: (on: string) => number,
  { language }: PickerContext,
): PickerView['month'] {
  const month = monthOf(anchorOn)
  const name = (on: string) => longDate(on, language)
  const weeks = layOutMonth(anchorOn, firstOn, count)
  return {
    name: monthName(anchorOn, language),
    weeks: weeks.map((week) => week.map((cell) => cell && { ...cell, name: name(cell.on) })),
    previousOn: month.firstOn > firstOn ? later(firstOn, monthOf(addDays(month.firstOn, -1)).firstOn) : undefined,
    nextOn: month.lastOn < lastOn ? addDays(month.lastOn, 1) : undefined,
  }
}

function weekFrom(
  anchorOn: string,
  { firstOn, lastOn }: PickerLimits,
  count: (on: string) => number,
  { language }: PickerContext,
): PickerView['week'] {
  const fromOn = later(firstOn, addDays(anchorOn, -1))
  return [0, 1, 2, 3, 4, 5, 6]
    .map((offset) => addDays(fromOn, offset))
    .filter((on) => on <= lastOn)
    .map((on) => ({
      on,
      weekday: dayAndMonth(on, language).slice(0, 2),
      day: Number(on.slice(8)),
      count: count(on),
      name: longDate(on, language),
    }))
}

function nearestTo(lost: OfferedStart, days: readonly OfferedDay[], context: PickerContext): SlotView[] {
  const distance = ({ startAt }: OfferedStart) => Math.abs(startAt - lost.startAt)
  const nearest = days
    .flatMap(({ starts }) => starts)
    .filter(({ startAt }) => startAt !== lost.startAt)
    .sort((a, b) => distance(a) - distance(b) || a.startAt - b.startAt)
    .slice(0, nearestCount)
    .sort((a, b) => a.startAt - b.startAt)
  return nearest.flatMap(
    (start) => layOutDay({ date: start.date, starts: [start] }, { ...context, lost: undefined }).shown,
  )
}

/** The visitor's own held start is taken for everybody, and still theirs to keep. */
function withChosen(day: OfferedDay, chosen: OfferedStart | undefined): OfferedDay {
  if (chosen?.date !== day.date || day.starts.some(({ startAt }) => startAt === chosen.startAt)) return day
  return { date: day.date, starts: [...day.starts, chosen].sort((a, b) => a.startAt - b.startAt) }
}

function earlier(a: string, b: string): string {
  return a < b ? a : b
}

function later(a: string, b: string): string {
  return a > b ? a : b
}
