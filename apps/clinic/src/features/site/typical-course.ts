import { type Course, forecast } from '@pointille/healing'
import { type ForecastSlice, sliceForecast } from '#ui/forecast/forecast-slice.ts'
import { coursesOn } from '#ui/forecast/twenty-courses.ts'

/** As most published courses for acne scars go: three treatments of 1.5 mm, four weeks apart (ST01, ST03, ST05). */
const treatmentDays = [0, 28, 56]
const course: Course = {
  ageYears: 30,
  phototype: 3,
  site: 'cheek',
  indication: 'acne-scars',
  treatments: treatmentDays.map((day) => ({ day, device: 'roller', needleMm: 1.5, passes: 8 })),
}

/** Results are judged a year after the first treatment. */
const judgedDay = 365

/** Improvement over the usual course for acne scars, and where twenty people stand when it is judged. */
export type TypicalCourse = {
  slice: ForecastSlice
  judgedDay: number
  /** Percent of the score at the start, the lowest first. */
  people: readonly number[]
}

let kept: TypicalCourse | undefined

/** Nobody's own course, so it is the same for everybody and solved once. */
export function typicalCourse(): TypicalCourse {
  kept ??= solve()
  return kept
}

function solve(): TypicalCourse {
  const slice = sliceForecast(forecast(course), 'improvement', { treatmentDays })!
  return { slice, judgedDay, people: coursesOn(slice, judgedDay) }
}
