import { expectedBand, type Forecast } from '@pointille/healing'
import { severities } from '@pointille/protocol'
import { countLevels, levelOf } from '#ui/forecast/twenty-courses.ts'
import type { ExpectedDay, ExpectedGrade } from './expected-day.ts'

type Expected = { readonly low: number; readonly high: number; readonly dots: readonly number[] }
type Tag = ExpectedGrade['tag']

/** What a forecast says of one of its days, in the words of the check-in; undefined where it tells nothing of that day. */
export function readForecast(forecast: Forecast, day: number): ExpectedDay | undefined {
  const { redness, swelling, pain } = expectedBand(forecast, day)
  const { outputs, days } = forecast
  if (!redness || !swelling || !pain || !outputs.redness || !outputs.swelling || !outputs.pain) return undefined
  const median = (on: number) => outputs.redness?.p50[days.indexOf(on)]
  return {
    day,
    redness: gradeOf(redness, outputs.redness.tag),
    swelling: gradeOf(swelling, outputs.swelling.tag),
    pain: { ...wholeScores(pain), tag: outputs.pain.tag },
    rednessTrend: trendOf(median(day - 1), median(day)),
  }
}

function gradeOf({ low, high, dots }: Expected, tag: Tag): ExpectedGrade {
  return { counts: countLevels(dots), low: severities[low]!, high: severities[high]!, tag }
}

/** The whole scores within a band; a band between two scores is the nearer one. */
function wholeScores({ low, high }: Expected): { low: number; high: number } {
  const from = Math.round(low)
  return { low: from, high: Math.max(from, Math.floor(high)) }
}

function trendOf(before: number | undefined, now: number | undefined): ExpectedDay['rednessTrend'] {
  if (now === undefined || levelOf(now) === 0) return 'gone'
  return before !== undefined && now < before ? 'falling' : 'steady'
}
