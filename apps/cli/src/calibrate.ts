import { readFile, writeFile } from 'node:fs/promises'
import {
  basisOf,
  type Calibration,
  printPosterior,
  readEvidence,
  reducedRun,
  runCalibration,
  SHIPPED_POSTERIOR,
} from '@pointille/healing'
import type { Command } from './command-line/command.ts'
import { showProgress } from './command-line/progress.ts'

const inHealing = (path: string) => new URL(`../../../packages/healing/${path}`, import.meta.url)
const POSTERIOR_FILE = 'src/generated/posterior.ts'
const DRAWS = 200
const ITERATIONS = 24_000

/** `pointille calibrate`: samples the cascade's parameters against the evidence and writes the posterior that ships. */
export const calibrateCommand: Command = {
  takes: '',
  says: 'fit the cascade to the evidence again, and write the posterior that ships',
  explains: `
Reads packages/healing/evidence/kinetics-targets.csv and kinetics.csv, finds the mode, runs four Markov chains and keeps
${DRAWS} draws in packages/healing/${POSTERIOR_FILE}. The same seed gives the same file bit for bit under the same Node.
Takes some three minutes. --check repeats a small run in seconds and says whether the shipped posterior is current:
exit code 0 when it is, 1 when it is not; nothing is written.`,
  words: { low: 0, high: 0 },
  options: {
    seed: {
      kind: 'number',
      shows: 'N',
      low: 0,
      high: 4_294_967_295,
      isWhole: true,
      says: `of the random numbers (${SHIPPED_POSTERIOR.seed} unless told: the seed of the shipped posterior)`,
    },
    draws: {
      kind: 'number',
      shows: 'N',
      low: 20,
      high: 2000,
      isWhole: true,
      says: `draws to keep (${DRAWS} unless told)`,
    },
    iterations: {
      kind: 'number',
      shows: 'N',
      low: 20,
      high: 10_000_000,
      isWhole: true,
      says: `of each of the four chains, after half as many to warm up (${ITERATIONS} unless told)`,
    },
    check: { kind: 'flag', says: 'only say whether the shipped posterior is current' },
  },
  examples: [
    'npx pointille calibrate',
    'npx pointille calibrate --check',
    'npx pointille calibrate --seed 2 --draws 400',
  ],
  async run(asked) {
    const evidence = readEvidence(
      await readFile(inHealing('evidence/kinetics-targets.csv'), 'utf8'),
      await readFile(inHealing('evidence/kinetics.csv'), 'utf8'),
    )
    const basis = basisOf(evidence)
    if (asked.flag('check')) return check(basis, reducedRun(evidence))
    const seed = asked.number('seed') ?? SHIPPED_POSTERIOR.seed
    const iterations = asked.number('iterations') ?? ITERATIONS
    const options = { seed, iterations, draws: asked.number('draws') ?? DRAWS }
    const progress = showProgress('calibrating', 1)
    const result = runCalibration(evidence, { ...options, onProgress: (share) => progress.reach(share) })
    progress.end()
    await writeFile(inHealing(POSTERIOR_FILE), printPosterior(result, options, basis, reducedRun(evidence)))
    process.stdout.write(tell(result, evidence.cells.length + evidence.targets.length))
    return 0
  },
}

function check(basis: string, reduced: string): number {
  const faults = [
    basis === SHIPPED_POSTERIOR.basis
      ? ''
      : 'The equations, priors or targets have changed since the posterior was made.\n',
    reduced === SHIPPED_POSTERIOR.reducedRun
      ? ''
      : 'A small run gives other draws than it gave when the posterior was made.\n',
  ].join('')
  process.stdout.write(
    faults === '' ? 'The shipped posterior is current.\n' : `${faults}Run: npx pointille calibrate\n`,
  )
  return faults === '' ? 0 : 1
}

function tell({ thousandths, diagnostics, acceptance, lingering }: Calibration, targets: number): string {
  const worst = Math.max(...diagnostics.map(({ splitRHat }) => splitRHat))
  const least = Math.min(...diagnostics.map(({ effectiveSize }) => effectiveSize))
  const rows = diagnostics.map(
    ({ symbol, splitRHat, effectiveSize }) =>
      `  ${symbol.padEnd(8)}${splitRHat.toFixed(3).padStart(8)}${effectiveSize.toFixed(0).padStart(10)}\n`,
  )
  return `\
${diagnostics.length} parameters against ${targets} numbers; ${thousandths.length} draws written to packages/healing/${POSTERIOR_FILE}
moves accepted ${(100 * acceptance).toFixed(0)} %; places left out because inflammation would linger at some dose: ${lingering}
split R-hat at most ${worst.toFixed(3)}, effective sample size at least ${least.toFixed(0)}

  symbol  split R-hat  effective size
${rows.join('')}
What rests on it is made anew by: node packages/healing/generate.ts && node packages/healing/model-tables.ts
`
}
