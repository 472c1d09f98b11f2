/** Makes `src/generated/phase-activity.ts`: the three phases after one treatment, the median of the calibrated cascade. */
import { POSTERIOR_SIZE, posteriorDraw } from './src/cascade/posterior.ts'
import { solveCourse } from './src/cascade/solve-course.ts'
import { MEDIAN_DOSE_DRAW } from './src/dose/dose-draw.ts'
import { needlingDose } from './src/dose/needling-dose.ts'
import { readPhases } from './src/forecast/readings.ts'
import { REFERENCE_VISIT } from './src/outcomes/time-shape.ts'
import { PHASES } from './src/phase-activity.ts'

const HEAD =
  '// Made by packages/healing/generate.ts from the calibrated cascade. Do not edit: change the model and run it again.\n'
const DAYS = 28
const STEPS = 56

/** Activity on a grid that is even in sqrt(day / 28), the axis of the pictures, so early days get most of the points. */
export const phaseFiles = (): Record<string, string> => {
  const grid = Array.from({ length: STEPS + 1 }, (_, step) => step / STEPS)
  const days = grid.map((root) => DAYS * root * root)
  const { treatment, ageYears, phototype } = REFERENCE_VISIT
  const dose = needlingDose(treatment, 'face', ageYears, MEDIAN_DOSE_DRAW)
  const course = { ageYears, phototype, treatments: [{ day: 0 }] }
  const draws = Array.from({ length: POSTERIOR_SIZE }, (_, k) =>
    readPhases(solveCourse(course, [dose], posteriorDraw(k), days)),
  )
  const curves = PHASES.map((phase) => {
    const medians = grid.map((_, at) => middleOf(draws.map((draw) => draw[phase][at]!)))
    const peak = Math.max(...medians)
    return [phase, medians.map((value) => Number((value / peak).toFixed(4)))] as const
  })
  const named = [['root', grid.map((root) => Number(root.toFixed(5)))] as const, ...curves]
  const lines = named.map(([name, values]) => `  ${name}: ${JSON.stringify(values)},\n`).join('')
  return {
    'phase-activity.ts': `${HEAD}/** Activity 0..1 of each phase; \`root\` = sqrt(day / 28). */\nexport const ACTIVITY = {\n${lines}} as const\n`,
  }
}

const middleOf = (values: number[]): number => {
  const sorted = values.sort((a, b) => a - b)
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2
}
