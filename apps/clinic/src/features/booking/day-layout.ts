import { dayAndMonth, longDate, patientTime } from '#platform/languages/dates.ts'
import type { Language } from '#platform/languages/languages.ts'
import type { OfferedDay, OfferedStart } from './start.ts'
import { timeWords } from './words/time-words.ts'

/** One start as the page shows it. */
export type SlotView = {
  startAt: number
  on: string
  /** 'mardi 24 novembre'. */
  dayName: string
  time: string
  /** Spoken: '9 h 30, mardi 24 novembre, Dr Morel'. */
  label: string
  who: string
  state: 'free' | 'chosen' | 'taken'
}

/** One day as the page shows it; `reason` is there exactly when nothing can be chosen. */
export type DayView = {
  on: string
  /** 'Mardi' and '24 novembre'. */
  weekday: string
  rest: string
  /** 'Mardi 24 novembre 2026'. */
  longName: string
  count: number
  shown: SlotView[]
  /** Behind "N autres heures". */
  others: SlotView[]
  reason: string | undefined
  isFull: boolean
}

/** What the reasons of empty days need to be said in the patient's words. */
export type DayContext = {
  language: Language
  openWeekdays: readonly number[]
  noticeMinutes: number
  practitionerAsked: boolean
  /** The start chosen so far, and one that was lost a moment ago. */
  chosenAt?: number
  lost?: OfferedStart
  /** The day is the page itself: nothing is folded away. */
  unfolded?: boolean
}

/** Up to this many, every start of a day is shown at once; of more, one row of them and the rest on demand. */
const fewStarts = 10
const rowStarts = 5

export function layOutDay(day: OfferedDay, context: DayContext): DayView {
  const { language, chosenAt, lost } = context
  const long = longDate(day.date, language)
  const [weekday, ...rest] = dayAndMonth(day.date, language).split(' ')
  const lostHere = lost?.date === day.date ? lost : undefined
  const starts = withLost(day.starts, lostHere)
  const prominent = new Set([chosenAt, lostHere?.startAt])
  const shown = starts.length <= fewStarts || context.unfolded ? starts : spreadOverTheDay(starts, prominent)
  const view = (start: OfferedStart) => viewSlot(start, { language, chosenAt, lostAt: lostHere?.startAt })
  return {
    on: day.date,
    weekday: capitalize(weekday!),
    rest: rest.join(' '),
    longName: capitalize(long),
    count: day.starts.length,
    shown: shown.map(view),
    others: starts.filter((start) => !shown.includes(start)).map(view),
    reason: day.reason === undefined ? undefined : reasonOf(day, context),
    isFull: day.reason === 'full',
  }
}

/** The first letter large, as at the beginning of a line. */
export function capitalize(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}

/** '45 min', '1 h', '1 h 25' · '1 h 25 min'. */
export function duration(minutes: number, language: Language): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest}\u00a0min`
  if (rest === 0) return `${hours}\u00a0h`
  return language === 'fr'
    ? `${hours}\u00a0h\u00a0${String(rest).padStart(2, '0')}`
    : `${hours}\u00a0h\u00a0${rest}\u00a0min`
}

/** '1 250 €' · '€1,250': whole euros where there are no cents. */
export function euros(cents: number, language: Language): string {
  return new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-IE', {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
  })
    .format(cents / 100)
    .replaceAll('\u202f', '\u00a0')
}

function viewSlot(
  start: OfferedStart,
  { language, chosenAt, lostAt }: { language: Language; chosenAt?: number; lostAt?: number },
): SlotView {
  const words = timeWords[language]
  const time = patientTime(start.localTime, language)
  const date = dayAndMonth(start.date, language)
  const who = start.practitionerName ?? ''
  const isLost = start.startAt === lostAt
  return {
    startAt: start.startAt,
    on: start.date,
    dayName: date,
    time,
    label: isLost ? words.takenName(time, date) : words.slotName(time, date, who),
    who,
    state: isLost ? 'taken' : start.startAt === chosenAt ? 'chosen' : 'free',
  }
}

/** A lost start keeps its place, so that its absence is understood. */
function withLost(starts: readonly OfferedStart[], lost: OfferedStart | undefined): readonly OfferedStart[] {
  if (!lost) return starts
  return [...starts.filter(({ startAt }) => startAt !== lost.startAt), lost].sort((a, b) => a.startAt - b.startAt)
}

/** A row of starts from the first to the last hour of a full day; what was chosen or lost is never folded away. */
function spreadOverTheDay(starts: readonly OfferedStart[], prominent: ReadonlySet<number | undefined>): OfferedStart[] {
  const hourly = starts.filter(({ localTime }, i) => localTime.slice(0, 2) !== starts[i - 1]?.localTime.slice(0, 2))
  const count = Math.min(rowStarts, hourly.length)
  const picked = Array.from(
    { length: count },
    (_, i) => hourly[Math.round((i * (hourly.length - 1)) / (count - 1 || 1))],
  )
  return starts.filter((start) => picked.includes(start) || prominent.has(start.startAt))
}

function reasonOf({ date, reason }: OfferedDay, context: DayContext): string {
  const { language, openWeekdays, noticeMinutes, practitionerAsked } = context
  const { reasons } = timeWords[language]
  if (reason === 'closed') {
    const isWeekly = !openWeekdays.includes(weekdayOf(date))
    return isWeekly ? reasons.closedWeekly(dayAndMonth(date, language).split(' ')[0]!) : reasons.closed
  }
  if (reason === 'leave') return practitionerAsked ? reasons.leave : reasons.leaveTeam
  if (reason === 'beforeNotice') return reasons.beforeNotice(duration(noticeMinutes, language))
  return reasons[reason ?? 'full']
}

/** ISO: Monday is 1. */
function weekdayOf(date: string): number {
  return ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1
}
