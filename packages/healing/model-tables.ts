/**
 * Writes the tables of MODEL.md that the code knows best: equations, parameters, targets against the model, misfits.
 * Run after `pointille calibrate`: node packages/healing/model-tables.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { CALIBRATION_NUMBERS } from './src/calibration/calibration-numbers.ts'
import { CALIBRATION_TARGETS } from './src/calibration/calibration-targets.ts'
import { type CellCount, readCellCurves } from './src/calibration/cell-curves.ts'
import { type KineticRow, parseKineticRows } from './src/calibration/kinetic-row.ts'
import { predictKinetic } from './src/calibration/predict-kinetic.ts'
import { CASCADE_MODEL } from './src/cascade/cascade-model.ts'
import { learntParameters, POSTERIOR_SIZE, posteriorDraw } from './src/cascade/posterior.ts'
import { STATE_NAMES, solveCourse } from './src/cascade/solve-course.ts'
import { drawDose } from './src/dose/dose-draw.ts'
import { OUTCOME_NUMBERS } from './src/outcomes/outcome-numbers.ts'
import type { Quantity } from './src/quantity.ts'
import { makeRandom } from './src/random.ts'

const evidence = (name: string) => readFileSync(new URL(`evidence/${name}`, import.meta.url), 'utf8')
const DOCUMENT = new URL('MODEL.md', import.meta.url)
const row = (...cells: readonly string[]) => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n')
const short = (value: number) => String(Number(value.toPrecision(3)))
const code = (text: string) => `\`${text.replaceAll('|', '\\|')}\``

const equations = (): string => {
  const states = CASCADE_MODEL.states.map(({ name, unit, meaning, rest, rate, closed }) => [
    name,
    `${meaning} (${unit})`,
    rest,
    code(rate),
    closed ? code(closed) : '',
  ])
  const definitions = CASCADE_MODEL.definitions.map(({ name, is, meaning, unit }) => [
    name,
    code(is),
    unit === '1' ? meaning : `${meaning} (${unit})`,
  ])
  const events = CASCADE_MODEL.events.flatMap(({ name, with: values, set }) =>
    Object.entries(set).map(([target, is], at) => [at ? '' : `${name}(${values.join(', ')})`, target, code(is)]),
  )
  return [
    table(['state', 'is', 'at rest', 'rate, per day', 'closed form between events'], states),
    table(['name', 'stands for', 'meaning'], definitions),
    table(['event', 'sets', 'to'], events),
  ].join('\n\n')
}

const parameters = (): string =>
  table(
    ['symbol', 'meaning', 'unit', 'before: median (90 %)', 'after', 'width', 'sources'],
    learntParameters().map(({ symbol, meaning, unit, value, low, high, after, width, isMoved, sources }) => [
      symbol,
      meaning.en,
      unit,
      `${short(value)} (${short(low)}-${short(high)})`,
      width === 1 ? '' : `${short(after.value)} (${short(after.low)}-${short(after.high)})`,
      width === 1 ? '' : `${width.toFixed(2)}${isMoved ? '' : ', unmoved'}`,
      sources === 'assumed' ? 'assumed' : sources.join(' '),
    ]),
  )

const quantile = (sorted: readonly number[], share: number) => sorted[Math.round(share * (sorted.length - 1))]!

const predicted = (target: KineticRow) => {
  const random = makeRandom(7)
  const values = Array.from({ length: POSTERIOR_SIZE }, (_, k) =>
    predictKinetic(target, posteriorDraw(k), drawDose(random), random),
  ).sort((a, b) => a - b)
  return { low: quantile(values, 0.05), median: quantile(values, 0.5), high: quantile(values, 0.95) }
}

const targets = (): string => {
  const rows = [...parseKineticRows(evidence('kinetics-targets.csv')), ...CALIBRATION_TARGETS]
  return table(
    ['id', 'quantity', 'observed', 'tolerance', 'model: median (90 %)', 'median inside'],
    rows.map((target) => {
      const { id, quantity, unit, observed, low, high, bound, scenario } = target
      const { low: from, median, high: to } = predicted(target)
      const hours = scenario.atHours === undefined ? '' : ` at ${scenario.atHours} h`
      const over = scenario.atHours2 === undefined ? '' : ` over ${scenario.atHours2} h`
      const tolerance = bound === '=' ? `${low}-${high}` : `${bound} ${bound === '<' ? high : low}`
      const inside = median >= (low ?? Number.NEGATIVE_INFINITY) && median <= (high ?? Number.POSITIVE_INFINITY)
      return [
        id,
        `${quantity}${hours}${over} (${unit})`,
        observed === undefined ? '' : String(observed),
        tolerance,
        `${short(median)} (${short(from)}-${short(to)})`,
        inside ? 'yes' : '**no**',
      ]
    }),
  )
}

const cells = (): string => {
  const counts = readCellCurves(evidence('kinetics.csv'))
  const hours = [...new Set(counts.map((count) => count.hours))].sort((a, b) => a - b)
  const dose = { relativeDose: 1, openShare: 0.01, surfaceWidthMm: 0.1, depthMm: 0.75 }
  const solved = Array.from(
    { length: POSTERIOR_SIZE },
    (_, k) =>
      solveCourse({ ageYears: 35, phototype: 3, treatments: [{ day: 0 }] }, [dose], posteriorDraw(k), [
        0,
        ...hours.map((hour) => hour / 24),
      ]).states,
  )
  const median = (state: CellCount['state'], at: number) =>
    quantile(
      solved.map((states) => states[(at + 1) * STATE_NAMES.length + STATE_NAMES.indexOf(state)]!).sort((a, b) => a - b),
      0.5,
    )
  const cell = (state: CellCount['state'], hour: number, at: number) => {
    const found = counts.find((count) => count.state === state && count.hours === hour)!
    return `${found.mean.toFixed(2)} (${found.standardError.toFixed(2)}) / ${median(state, at).toFixed(2)}`
  }
  return table(
    ['hours', 'neutrophils', 'inflammatory macrophages', 'repair macrophages'],
    hours.map((hour, at) => [String(hour), cell('N', hour, at), cell('M1', hour, at), cell('M2', hour, at)]),
  )
}

const told = (numbers: Readonly<Record<string, Quantity>>): string =>
  table(
    ['number', 'value', 'range', 'unit', 'source', 'meaning'],
    Object.entries(numbers).map(([name, { value, low, high, unit, sources, meaning }]) => [
      name,
      short(value),
      `${short(low)} to ${short(high)}`,
      unit,
      sources === 'assumed' ? 'assumed' : sources.join(' '),
      meaning.en,
    ]),
  )

const tables: Readonly<Record<string, () => string>> = {
  equations,
  parameters,
  targets,
  cells,
  'calibration-numbers': () => told(CALIBRATION_NUMBERS),
  'outcome-numbers': () => told(OUTCOME_NUMBERS),
}

/** MODEL.md with its tables made anew. */
export const withTables = (document: string): string =>
  Object.entries(tables).reduce((text, [name, make]) => {
    const [start, end] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`]
    const [from, to] = [text.indexOf(start) + start.length, text.indexOf(end)]
    if (from < start.length || to < from) throw new Error(`MODEL.md has no place for the table of ${name}.`)
    return `${text.slice(0, from)}\n${make()}\n\n${text.slice(to)}`
  }, document)

if (import.meta.main) writeFileSync(DOCUMENT, withTables(readFileSync(DOCUMENT, 'utf8')))
