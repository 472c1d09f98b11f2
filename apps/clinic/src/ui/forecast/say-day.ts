import type { Language } from '#platform/languages/languages.ts'
import { type ForecastSlice, valueAt } from './forecast-slice.ts'
import type { ObservedMark } from './observed-mark.ts'
import { channelsClosedFromPercent, countLevels, coursesOn, levelOf } from './twenty-courses.ts'
import { forecastWords } from './words.ts'

/** What is said of one day, in parts: 'Jour 3.' '17 parcours sur 20 : rougeur légère ou aucune.' 'Observé : légère.' */
export interface SaidDay {
  readonly day: string
  readonly courses: string
  readonly observed: string | undefined
}

/** Says a day of a slice by counting its twenty courses, never by one number. */
export function sayDay(
  slice: ForecastSlice,
  day: number,
  language: Language,
  observed: readonly ObservedMark[] = [],
): SaidDay {
  const words = forecastWords[language]
  const { output } = slice
  const values = coursesOn(slice, day)
  const seen = observed.findLast((mark) => Math.round(mark.day) === day)
  const said = { day: words.sayDay(day), observed: undefined }
  if (output === 'redness' || output === 'swelling') {
    const level = seen && words.levels[output][levelOf(seen.value)]
    return {
      day: said.day,
      courses: sayGrade(values, words.atMost[output], words.courses),
      observed: level && words.observed(level),
    }
  }
  if (output === 'barrierRecovered') {
    const middle = percentText(valueAt(slice.days, slice.p50, day), language)
    const closed = values.filter((percent) => percent >= channelsClosedFromPercent).length
    return { ...said, courses: `${words.courses(closed, words.closed)} ${words.barrierMiddle(middle)}` }
  }
  const at = (quantile: readonly number[]) => valueAt(slice.days, quantile, day)
  const [low, middle, high] = [at(slice.p5), at(slice.p50), at(slice.p95)].map((value) => percentText(value, language))
  return {
    ...said,
    courses: `${words.range(words.outputs[output], low!, high!)} ${words.middle(middle!)}`,
    observed: seen && words.observed(words.percent(percentText(seen.value, language))),
  }
}

/** The mildest answer that at least half of the courses do not pass, and how many do not; of strong ones, how many are. */
function sayGrade(
  values: readonly number[],
  atMost: readonly string[],
  say: (count: number, what: string) => string,
): string {
  const counts = countLevels(values)
  let upTo = 0
  for (let level = 0; level < 3; level += 1) {
    upTo += counts[level as 0 | 1 | 2]
    if (upTo * 2 >= values.length) return say(upTo, atMost[level]!)
  }
  return say(counts[3], atMost[3]!)
}

/** '4,5' · '4.5': under ten with one decimal, whole above. */
export function percentText(value: number, language: Language): string {
  const digits =
    Math.abs(value) < 10 && Math.abs(value) >= 0.05 ? value.toFixed(1).replace(/\.0$/, '') : value.toFixed(0)
  return language === 'fr' ? digits.replace('.', ',') : digits
}
