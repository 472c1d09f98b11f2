import type { Forecast, OutputName } from '@pointille/healing'
import { shownOutputs } from './shown-output.ts'

/** What the plot, the strips and the skin are drawn from. */
const needed: readonly OutputName[] = [
  ...shownOutputs,
  'epidermisCovered',
  'inflammation',
  'proliferation',
  'remodelling',
]

/** The forecast with the outputs that pictures need: the rest would be copied from the worker for nothing. */
export function pickShown(forecast: Forecast): Forecast {
  const pick = <T>(all: Readonly<Partial<Record<OutputName, T>>>, names: readonly OutputName[]) =>
    Object.fromEntries(names.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]]))) as Partial<
      Record<OutputName, T>
    >
  return { ...forecast, outputs: pick(forecast.outputs, needed), dots: pick(forecast.dots, shownOutputs) }
}
