import type { Course, Forecast, Observation } from '@pointille/healing'

/** What the page asks its worker. */
export interface ForecastOrder {
  readonly id: number
  readonly course: Course
  readonly observations: readonly Observation[]
}

/** What it hears: perhaps a first forecast from fewer courses, then the final one, or why there is none. */
export type ForecastAnswer =
  | { readonly id: number; readonly forecast: Forecast; readonly isFinal: boolean }
  | { readonly id: number; readonly fault: string }
