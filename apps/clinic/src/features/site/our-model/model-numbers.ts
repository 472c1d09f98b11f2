import {
  CHANNEL_PARAMETERS,
  DOSE_NUMBERS,
  INFLAMMATION_PARAMETERS,
  learntParameters,
  MATRIX_PARAMETERS,
  type Quantity,
  READING_NUMBERS,
  REDNESS_PARAMETERS,
  REPAIR_PARAMETERS,
  REPORT_NUMBERS,
} from '@pointille/healing'
import type { Language } from '#platform/languages/languages.ts'
import { unitName } from './unit-names.ts'

/** One number of the model as the page tells it: after calibration, with what it rests on. */
export type ModelNumber = {
  readonly symbol: string
  readonly meaning: Readonly<Record<Language, string>>
  readonly value: number
  readonly low: number
  readonly high: number
  readonly unit: Readonly<Record<Language, string>>
  readonly sources: readonly string[]
  /** measured: read off its sources; calibrated: the fit moved it; assumed: neither. */
  readonly tag: 'measured' | 'calibrated' | 'assumed'
}

export const numberGroups = ['dose', 'channels', 'redness', 'inflammation', 'repair', 'matrix', 'readings'] as const
export type NumberGroup = (typeof numberGroups)[number]

const learnt = new Map(learntParameters().map((parameter) => [parameter.symbol, parameter]))

/** Every number of the model, from the code that computes with it: nothing here is typed by hand. */
export const modelNumbers: Readonly<Record<NumberGroup, readonly ModelNumber[]>> = {
  dose: constants(DOSE_NUMBERS),
  channels: afterFit(CHANNEL_PARAMETERS),
  redness: afterFit(REDNESS_PARAMETERS),
  inflammation: afterFit(INFLAMMATION_PARAMETERS),
  repair: afterFit(REPAIR_PARAMETERS),
  matrix: afterFit(MATRIX_PARAMETERS),
  readings: [...constants(READING_NUMBERS), ...constants(REPORT_NUMBERS)],
}

const all = Object.values(modelNumbers).flat()
/** How much of the model is known, in numbers of numbers. */
export const modelCounts = {
  numbers: all.length,
  assumed: all.filter(({ tag }) => tag === 'assumed').length,
  /** Fitted together, and how many of those the evidence moved or narrowed. */
  fitted: [...learnt.values()].filter(({ width }) => width !== 1).length,
  moved: [...learnt.values()].filter(({ isMoved }) => isMoved).length,
}

function constants(numbers: Readonly<Record<string, Quantity>>): ModelNumber[] {
  return Object.entries(numbers).map(([symbol, quantity]) => told(symbol, quantity, 'measured'))
}

function afterFit(parameters: readonly { symbol: string }[]): ModelNumber[] {
  return parameters.map(({ symbol }) => {
    const parameter = learnt.get(symbol)
    if (!parameter) throw new Error(`nothing was learnt or said of ${symbol}`)
    return told(symbol, { ...parameter, ...parameter.after }, parameter.isMoved ? 'calibrated' : 'measured')
  })
}

function told(symbol: string, quantity: Quantity, tag: 'measured' | 'calibrated'): ModelNumber {
  const { meaning, value, low, high, unit, sources } = quantity
  const isAssumed = sources === 'assumed' && tag !== 'calibrated'
  return {
    symbol,
    meaning,
    value,
    low,
    high,
    unit: { fr: unitName(unit, 'fr'), en: unitName(unit, 'en') },
    sources: sources === 'assumed' ? [] : sources,
    tag: isAssumed ? 'assumed' : tag,
  }
}
