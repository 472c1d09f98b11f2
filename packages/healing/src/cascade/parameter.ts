import { type Quantity, Z90 } from '../quantity.ts'

/** Where the number is used: in the kernel's equations, or only where a state becomes something that one sees or measures. */
export type ParameterUse = 'equations' | 'outputs'

/**
 * One number of the cascade before any data moved it. `value` is the prior's median; `low` and `high` hold 90 % of the prior.
 * A logNormal number is `value·exp(sd·x)` for standard normal x; a logit number moves likewise on the odds of its share of
 * `ceiling`, and so never reaches it.
 */
export interface Parameter extends Quantity {
  readonly symbol: string
  readonly prior: 'logNormal' | 'logit'
  readonly sd: number
  /** Of logit numbers; Infinity for the others. */
  readonly ceiling: number
  readonly use: ParameterUse
}

/** The parameter's value `x` prior standard deviations from its median. */
export function valueAt({ value, sd, ceiling }: Pick<Parameter, 'value' | 'sd' | 'ceiling'>, x: number): number {
  if (ceiling === Number.POSITIVE_INFINITY) return value * Math.exp(sd * x)
  const odds = (value / (ceiling - value)) * Math.exp(sd * x)
  return (ceiling * odds) / (1 + odds)
}

/** The inverse of `valueAt`: how many prior standard deviations `of` lies from the median. */
export function standardised({ value, sd, ceiling }: Parameter, of: number): number {
  if (ceiling === Number.POSITIVE_INFINITY) return Math.log(of / value) / sd
  return Math.log((of * (ceiling - value)) / (value * (ceiling - of))) / sd
}

type Sources = readonly string[] | 'assumed'
const round = (value: number) => Number(value.toPrecision(3))

const make = (
  use: ParameterUse,
  symbol: string,
  prior: { value: number; sd: number; ceiling?: number },
  unit: string,
  sources: Sources,
  fr: string,
  en: string,
): Parameter => {
  const { value, sd, ceiling = Number.POSITIVE_INFINITY } = prior
  const numbers = { value, sd, ceiling }
  return {
    symbol,
    ...numbers,
    prior: ceiling === Number.POSITIVE_INFINITY ? 'logNormal' : 'logit',
    unit,
    low: round(valueAt(numbers, -Z90)),
    high: round(valueAt(numbers, Z90)),
    sources,
    meaning: { fr, en },
    use,
  }
}

/** In the equations: symbol, prior (median, sd of the logarithm or of the log-odds), unit, sources, meaning FR and EN. */
export const inEquations = (
  ...told: [string, { value: number; sd: number; ceiling?: number }, string, Sources, string, string]
) => make('equations', ...told)

/** In the outputs alone. */
export const inOutputs = (
  ...told: [string, { value: number; sd: number; ceiling?: number }, string, Sources, string, string]
) => make('outputs', ...told)
