import { readFile } from 'node:fs/promises'
import {
  type ArmPrediction,
  type ArmsReport,
  CsvFault,
  type KineticPrediction,
  type KineticsReport,
  validateArms,
  validateKinetics,
} from '@pointille/healing'
import type { Command } from './command-line/command.ts'
import { readText } from './command-line/files.ts'
import { InputFault } from './command-line/input-fault.ts'
import { showProgress } from './command-line/progress.ts'
import { sayArms, sayKinetics } from './validate/tables.ts'

/** `pointille validate`: the model against results that it has not seen, beside two guesses that need no model. */
export const validateCommand: Command = {
  takes: '[--arms FILE.csv | --kinetics FILE.csv]',
  says: 'the model against published results that it has not seen',
  explains: `
--arms reads the format of packages/healing/evidence/outcomes.csv and predicts every arm of needling alone, or with PRP,
that prints an improvement; all other rows are told as skipped, with the reason. A study that the model learnt from is
predicted by a model fitted without it. Beside it stand the mean of the calibration studies of the indication and a line
through improvement against the number of treatments, from the same studies.
--kinetics reads the format of packages/healing/evidence/kinetics-targets.csv; inside = the 90 % band meets the row's
tolerance, or its bound. Without a file both shipped tables are validated. Cells may be empty, ranges such as 1-3 or
"up to 2.5" are integrated over.`,
  words: { low: 0, high: 0 },
  options: {
    arms: { kind: 'text', shows: 'FILE.csv', says: 'arms of trials (- reads the input stream)' },
    kinetics: { kind: 'text', shows: 'FILE.csv', says: 'numbers of healing kinetics (- reads the input stream)' },
    json: { kind: 'flag', says: '{summary, rows, skipped} for a program, instead of tables' },
  },
  examples: [
    'npx pointille validate',
    'npx pointille validate --arms new-trials.csv',
    'npx pointille validate --kinetics new-series.csv --json',
  ],
  async run(asked) {
    const [arms, kinetics] = [asked.text('arms'), asked.text('kinetics')]
    if (arms && kinetics) throw new InputFault('--arms and --kinetics: one file a call. Call twice.')
    const armsReport = kinetics
      ? undefined
      : compute('Arms', arms ?? 'outcomes.csv', await textOf(arms, 'outcomes.csv'), validateArms)
    const kineticsReport = arms
      ? undefined
      : compute(
          'Kinetics',
          kinetics ?? 'kinetics-targets.csv',
          await textOf(kinetics, 'kinetics-targets.csv'),
          validateKinetics,
        )
    console.log(
      asked.flag('json') ? JSON.stringify(forProgram(armsReport, kineticsReport)) : say(armsReport, kineticsReport),
    )
    return 0
  },
}

/** The shipped tables are read where the package keeps them. */
async function textOf(path: string | undefined, shipped: string): Promise<string> {
  if (path !== undefined) return readText(path)
  return readFile(new URL(import.meta.resolve(`@pointille/healing/evidence/${shipped}`)), 'utf8')
}

function compute<Report>(
  label: string,
  path: string,
  csv: string,
  validate: (csv: string, onRow: (done: number, of: number) => void) => Report,
): Report {
  let progress: ReturnType<typeof showProgress> | undefined
  try {
    return validate(csv, (done, of) => {
      progress ??= showProgress(label, of)
      progress.reach(done)
    })
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error
    throw new InputFault(`${path}: ${error.message}.`)
  } finally {
    progress?.end()
  }
}

/** What a program gets: a file's report, or both of the shipped tables, the kinetics beside the arms. */
function forProgram(arms: ArmsReport | undefined, kinetics: KineticsReport | undefined): object {
  const told = kinetics && { summary: kinetics.summary, rows: kinetics.rows.map(rowOf), skipped: kinetics.skipped }
  if (!arms) return { ...told }
  const { n, mae, coverage90, meanWidth90, baselines } = arms.summary
  const summary = { n, mae, coverage90, meanWidth90, baselines }
  return { summary, rows: arms.rows.map(rowOf), skipped: arms.skipped, ...(told ? { kinetics: told } : {}) }
}

/** Both kinds of rows look alike to a program. */
function rowOf({ id, quantity, observed, median, low90, high90, inside }: ArmPrediction | KineticPrediction) {
  return { id, quantity, observed, median, low90, high90, inside }
}

function say(arms: ArmsReport | undefined, kinetics: KineticsReport | undefined): string {
  return [arms && sayArms(arms), kinetics && sayKinetics(kinetics)].filter((text) => text !== undefined).join('\n\n')
}
