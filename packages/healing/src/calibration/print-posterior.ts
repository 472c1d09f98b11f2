import { CALIBRATED } from './calibrated-parameters.ts'
import type { Calibration, CalibrationOptions } from './run-calibration.ts'

/** The text of `generated/posterior.ts`. */
export function printPosterior(
  { thousandths }: Calibration,
  { seed, iterations }: CalibrationOptions,
  basis: string,
  reduced: string,
): string {
  return `\
// Made by \`npx pointille calibrate\`. Do not edit: run it again.
import type { PosteriorRows } from '../cascade/posterior.ts'

export const POSTERIOR_ROWS: PosteriorRows = {
  seed: ${seed},
  iterations: ${iterations},
  basis: '${basis}',
  reducedRun: '${reduced}',
  symbols:
    '${CALIBRATED.join(' ')}',
  thousandths: \`
${thousandths.map((row) => row.join(' ')).join('\n')}
\`,
}
`
}
