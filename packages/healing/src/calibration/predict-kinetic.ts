import type { ParameterDraw } from '../cascade/parameters.ts'
import { type CascadeCourse, solveCourse } from '../cascade/solve-course.ts'
import type { DoseDraw } from '../dose/dose-draw.ts'
import { needlingDose } from '../dose/needling-dose.ts'
import type { Random } from '../random.ts'
import { KINETIC_QUANTITIES, measureKinetic, NEEDS_HOUR } from './kinetic-quantities.ts'
import type { KineticRow } from './kinetic-row.ts'
import { type SettledScenario, settleScenario } from './settle-scenario.ts'

/** Why the cascade alone cannot predict a row; undefined when it can. */
export function whyNotPredicted({ quantity, scenario }: KineticRow): string | undefined {
  if (!Object.hasOwn(KINETIC_QUANTITIES, quantity))
    return `unknownQuantity: ${JSON.stringify(quantity)} is not in the vocabulary`
  return NEEDS_HOUR.has(quantity) && scenario.atHours === undefined ? `noHour: ${quantity} needs at_hours` : undefined
}

/**
 * One prediction of a row: one draw of the cascade, one of the dose, one value for each blank of the scenario.
 * An ensemble of these is the band.
 */
export function predictKinetic(row: KineticRow, draw: ParameterDraw, doseDraw: DoseDraw, random: Random): number {
  const { atHours } = row.scenario
  const settled = settleScenario(scenarioOf(row), random)
  const since = settled.treatments.at(-1)?.day ?? 0
  const days = gridFrom(since, atHours)
  const course = solveSettled(settled, draw, doseDraw, days)
  const comparesPrp = row.quantity.includes('prp')
  const without = comparesPrp ? solveSettled(withoutPrp(settled), draw, doseDraw, days) : course
  return measureKinetic(row.quantity, course, without, draw, since, atHours)
}

/** A ratio with plasma over without supposes plasma, whatever the column says. */
const scenarioOf = ({ quantity, scenario }: KineticRow) =>
  quantity.includes('prp') ? { ...scenario, prp: true } : scenario

const withoutPrp = (settled: SettledScenario): SettledScenario => ({
  ...settled,
  treatments: settled.treatments.map(({ prp: _, ...treatment }) => treatment),
})

const solveSettled = (settled: SettledScenario, draw: ParameterDraw, doseDraw: DoseDraw, days: Float64Array) => {
  const course: CascadeCourse = settled
  const doses = settled.treatments.map((treatment) => needlingDose(treatment, settled.site, settled.ageYears, doseDraw))
  return solveCourse(course, doses, draw, days)
}

/** Quarter hours for two days, hours for ten, six hours for three weeks, days for two months: every peak and crossing lies between close rows. */
function gridFrom(sinceDay: number, atHours: number | undefined): Float64Array {
  const grid = new Set<number>()
  for (let hour = 0; hour < 48; hour += 0.25) grid.add(hour)
  for (let hour = 48; hour < 240; hour += 1) grid.add(hour)
  for (let hour = 240; hour <= 504; hour += 6) grid.add(hour)
  for (let hour = 528; hour <= 1440; hour += 24) grid.add(hour)
  if (atHours !== undefined) grid.add(atHours)
  return Float64Array.from(
    [...grid].sort((a, b) => a - b),
    (hour) => sinceDay + hour / 24,
  )
}
