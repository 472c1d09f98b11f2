import type { OutputName } from '@pointille/healing'

/** What the plot can show, of all that a forecast tells: what is over within weeks first. */
export const shownOutputs = [
  'redness',
  'swelling',
  'barrierRecovered',
  'newCollagen',
  'improvement',
] as const satisfies readonly OutputName[]
export type ShownOutput = (typeof shownOutputs)[number]

export function isShownOutput(value: unknown): value is ShownOutput {
  return shownOutputs.some((output) => output === value)
}

/** Shown over the whole course; the others over four weeks after one treatment. */
export function isSlow(output: ShownOutput): boolean {
  return output === 'newCollagen' || output === 'improvement'
}

/** Which of the three phases an output belongs to: the hue and the shape of its stipple. */
export function phaseOf(output: ShownOutput): 1 | 2 | 3 {
  return isSlow(output) ? 3 : output === 'barrierRecovered' ? 2 : 1
}

/** Grades 0-3 are words; the rest are per cent. */
export function isGrade(output: ShownOutput): boolean {
  return output === 'redness' || output === 'swelling'
}
