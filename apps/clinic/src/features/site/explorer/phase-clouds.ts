import { drawPhaseCloud, type PhasePicture } from '#ui/dots/phase-field.ts'
import { type ForecastSlice, valueAt } from '#ui/forecast/forecast-slice.ts'

type Phases = Pick<ForecastSlice, 'days' | 'phases'>
const names = ['inflammation', 'proliferation', 'remodelling'] as const satisfies readonly (keyof Phases['phases'])[]

/** px of the timeline: four weeks, and a little more on which the last day is held, so that it leaves the page without an edge. */
export const timeline = {
  width: 1216,
  height: 286,
  dayWidth: 1152,
  middles: [54, 136, 218],
  heights: [104, 112, 104],
} as const
export const strip = { width: 350, height: 40, dayWidth: (350 * 1152) / 1216 } as const

/** Six clouds are thousands of strokes in one page: half a px is fine enough. */
const units = 2

/** The usual treatment's clouds leave room for busier ones, which stop before they cover their neighbour. */
const usualShare = 0.8

/**
 * The three phases of an explored treatment as clouds along the root axis of four weeks.
 * @param amounts height of each phase against the usual treatment's: 1 = as busy at its peak
 */
export function wideClouds(phases: Phases, amounts: readonly number[]): PhasePicture[] {
  const { width, dayWidth, heights } = timeline
  return names.map((_, at) =>
    drawPhaseCloud('timeline', phaseNumber(at), {
      width,
      dayWidth,
      height: heights[at]!,
      units,
      activity: activityOf(phases, amounts, at),
    }),
  )
}

/** The same, small. */
export function stripClouds(phases: Phases, amounts: readonly number[]): PhasePicture[] {
  return names.map((_, at) =>
    drawPhaseCloud('strip', phaseNumber(at), { ...strip, units, activity: activityOf(phases, amounts, at) }),
  )
}

const phaseNumber = (at: number) => (at + 1) as 1 | 2 | 3

function activityOf({ days, phases }: Phases, amounts: readonly number[], at: number): (day: number) => number {
  const amount = Math.min(1, usualShare * amounts[at]!)
  return (day) => amount * valueAt(days, phases[names[at]!], day)
}
