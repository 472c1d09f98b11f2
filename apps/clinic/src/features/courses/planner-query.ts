import { isShownOutput, isSlow } from '#ui/forecast/shown-output.ts'
import type { Choice } from './forecast-view.ts'

export type PlannerMode = 'band' | 'courses' | 'table'

/** What of the forecast an address asks for; anything unreadable is the usual: redness, day 3 of the treatment in question. */
export function readPlannerQuery(
  query: URLSearchParams,
  { treatments, usualTreatment }: { treatments: number; usualTreatment: number },
): { choice: Choice; mode: PlannerMode } {
  const asked = query.get('output')
  const output = isShownOutput(asked) ? asked : 'redness'
  const whole = (name: string, low: number, high: number, usual: number) => {
    const value = query.get(name)
    return value !== null && /^\d{1,4}$/.test(value) && Number(value) >= low && Number(value) <= high
      ? Number(value)
      : usual
  }
  const view = query.get('view')
  return {
    choice: {
      output,
      treatment: whole('treatment', 0, Math.max(0, treatments - 1), usualTreatment),
      day: whole('day', 0, isSlow(output) ? 2000 : 28, isSlow(output) ? 180 : 3),
    },
    mode: view === 'courses' || view === 'table' ? view : 'band',
  }
}
