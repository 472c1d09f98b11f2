/** Makes the generated files of `src/outcomes/`: the arms that the clinical figure is learnt from, and draws of its posterior. */
import { readFileSync } from 'node:fs'
import { parseCsv } from './src/evidence/csv.ts'
import { eventCounts } from './src/outcomes/adverse-event-rows.ts'
import { betaQuantile } from './src/outcomes/beta-distribution.ts'
import { calibrationArms, fittedArm } from './src/outcomes/improvement-arms.ts'
import { CURVED_INDICATIONS, drawImprovement } from './src/outcomes/improvement-draws.ts'
import { fitImprovement } from './src/outcomes/improvement-fit.ts'
import { INFECTION_PRIOR } from './src/outcomes/infection.ts'
import { fitPigmentation } from './src/outcomes/pigmentation-fit.ts'
import { referenceShape } from './src/outcomes/reference-shape.ts'
import { makeRandom } from './src/random.ts'

const table = (name: string) => parseCsv(readFileSync(new URL(`evidence/${name}`, import.meta.url), 'utf8'))
const HEAD = '// Made by packages/healing/generate.ts from evidence/. Do not edit: change the table and run it again.\n'
const DRAWS = 200
const SEED = 20260101
const rounded = (value: number) => Number(value.toPrecision(3))

const arms = () => calibrationArms(table('outcomes.csv'))

/** An absent field stays absent: JSON has no word for undefined. */
const withUndefined = (value: object) =>
  JSON.stringify(value, (_, cell) => (cell === undefined ? 'absent' : cell)).replaceAll('"absent"', 'undefined')

const armsText = () =>
  `${HEAD}import type { CalibrationArm } from '../outcomes/improvement-arms.ts'

export const CALIBRATION_ARMS: readonly CalibrationArm[] = [
${arms()
  .map((arm) => `  ${withUndefined(arm)},\n`)
  .join('')}]
`

const drawsText = () => {
  const fit = fitImprovement(arms().map((arm) => fittedArm(arm, referenceShape())))
  const draws = drawImprovement(fit, DRAWS, makeRandom(SEED))
  const studies = Map.groupBy(arms(), ({ indication }) => indication)
  const counts = [...studies].map(([indication, own]) => [
    indication,
    new Set(own.map(({ studyNumber }) => studyNumber)).size,
  ])
  return `${HEAD}import type { CourseIndication } from '../forecast/course.ts'

export const STUDIES_BY_INDICATION: Readonly<Partial<Record<CourseIndication, number>>> = ${JSON.stringify(Object.fromEntries(counts))}

/** [curvature, clinicSd, visitSd, prp, levels of ${CURVED_INDICATIONS.join(', ')}]; angles in radians. */
export const IMPROVEMENT_DRAWS: readonly (readonly number[])[] = [
${draws
  .map(
    ({ curvature, clinicSd, visitSd, prp, levels }) =>
      `  ${JSON.stringify([curvature, clinicSd, visitSd, prp, ...levels].map(rounded))},\n`,
  )
  .join('')}]
`
}

const eventsText = () => {
  const counts = eventCounts(table('adverse-events.csv'), table('outcomes.csv'))
  const pigmentation = fitPigmentation(
    counts.filter(({ kind }) => kind === 'pigmentation'),
    DRAWS,
    makeRandom(SEED),
  )
  const infections = counts.filter(({ kind }) => kind === 'infection')
  const events = INFECTION_PRIOR.events + infections.reduce((sum, count) => sum + count.events, 0)
  const people = INFECTION_PRIOR.people + infections.reduce((sum, count) => sum + count.people, 0)
  const rates = Array.from({ length: DRAWS }, (_, k) => betaQuantile((k + 0.5) / DRAWS, events, people - events))
  return `${HEAD}import type { EventCount } from '../outcomes/adverse-event-rows.ts'

export const EVENT_COUNTS: readonly EventCount[] = [
${counts.map((count) => `  ${withUndefined(count)},\n`).join('')}]

/** [base, phototype, body, short, betweenStudies], log-odds. */
export const PIGMENTATION_DRAWS: readonly (readonly number[])[] = [
${pigmentation.draws
  .map(
    ({ base, phototype, body, short, betweenStudies }) =>
      `  ${JSON.stringify([base, phototype, body, short, betweenStudies].map(rounded))},\n`,
  )
  .join('')}]

/** Per course, evenly over the posterior of one event in ${people - INFECTION_PRIOR.people} people, in an order that mixes high and low. */
export const INFECTION_RATES: readonly number[] = ${JSON.stringify(mixed(rates).map(rounded))}
`
}

/** Steps of 77 through 200, which have no common divisor: neighbours differ, and no random number is needed. */
const mixed = (values: readonly number[]) => values.map((_, k) => values[(k * 77) % values.length]!)

export const outcomeFiles = (): Record<string, string> => ({
  'adverse-events.ts': eventsText(),
  'calibration-arms.ts': armsText(),
  'improvement.ts': drawsText(),
})
