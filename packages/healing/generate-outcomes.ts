/** Makes the generated files of `src/outcomes/`: the arms that the clinical figure is learnt from, and draws of its posterior. */
import { readFileSync } from 'node:fs'
import { parseCsv } from './src/evidence/csv.ts'
import { calibrationArms, fittedArm } from './src/outcomes/improvement-arms.ts'
import { CURVED_INDICATIONS, drawImprovement } from './src/outcomes/improvement-draws.ts'
import { fitImprovement } from './src/outcomes/improvement-fit.ts'
import { referenceShape } from './src/outcomes/reference-shape.ts'
import { makeRandom } from './src/random.ts'

const table = (name: string) => parseCsv(readFileSync(new URL(`evidence/${name}`, import.meta.url), 'utf8'))
const DRAWS = 200
const SEED = 20260101
const rounded = (value: number) => Number(value.toPrecision(4))

const arms = () => calibrationArms(table('outcomes.csv'))

/** An absent field stays absent: JSON has no word for undefined. */
const armsText = (head: string) =>
  `${head}import type { CalibrationArm } from '../outcomes/improvement-arms.ts'

export const CALIBRATION_ARMS: readonly CalibrationArm[] = [
${arms()
  .map(
    (arm) =>
      `  ${JSON.stringify(arm, (_, value) => (value === undefined ? 'absent' : value)).replaceAll('"absent"', 'undefined')},\n`,
  )
  .join('')}]
`

const drawsText = (head: string) => {
  const fit = fitImprovement(arms().map((arm) => fittedArm(arm, referenceShape())))
  const draws = drawImprovement(fit, DRAWS, makeRandom(SEED))
  const studies = Map.groupBy(arms(), ({ indication }) => indication)
  const counts = [...studies].map(([indication, own]) => [
    indication,
    new Set(own.map(({ studyNumber }) => studyNumber)).size,
  ])
  return `${head}import type { CourseIndication } from '../forecast/course.ts'

export const STUDIES_BY_INDICATION: Readonly<Partial<Record<CourseIndication, number>>> = ${JSON.stringify(Object.fromEntries(counts))}

/** [curvature, clinicSd, prp, levels of ${CURVED_INDICATIONS.join(', ')}]; angles in radians. */
export const IMPROVEMENT_DRAWS: readonly (readonly number[])[] = [
${draws
  .map(
    ({ curvature, clinicSd, prp, levels }) =>
      `  ${JSON.stringify([curvature, clinicSd, prp, ...levels].map(rounded))},\n`,
  )
  .join('')}]
`
}

export const outcomeFiles = (head: string): Record<string, string> => ({
  'calibration-arms.ts': armsText(head),
  'improvement.ts': drawsText(head),
})
