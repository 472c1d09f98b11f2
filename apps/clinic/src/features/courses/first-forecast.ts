import type { Forecast } from '@pointille/healing'
import type { ForecastSlice } from '#ui/forecast/forecast-slice.ts'
import type { Choice, DayPiece } from './forecast-view.ts'
import type { PlannerMode } from './planner-query.ts'

/** The picture that the server draws: small enough to travel with the page and be drawn there again, alike. */
export interface FirstForecast {
  readonly slice: ForecastSlice | undefined
  readonly ofDay: DayPiece
  readonly choice: Choice
  readonly mode: PlannerMode
  readonly zone: string
  /** Numbers of the plan's treatments that are in it, and how many reports moved it. */
  readonly numbers: readonly number[]
  readonly reports: number
  /** Courses that carry the weight after them. */
  readonly weight: { readonly effective: number; readonly of: number }
  readonly warnings: Forecast['warnings']
}
