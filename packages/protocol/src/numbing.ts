import { addMinutes, type Instant, minutesBetween } from './instant.ts'
import type { Bilingual } from './language.ts'

export const numbingProductIds = ['lidocaine-prilocaine-2.5'] as const
export type NumbingProductId = (typeof numbingProductIds)[number]

/** Times in whole minutes since the cream was applied. A doctor must confirm times and dose (`needsConfirmation`). */
export interface NumbingProduct {
  id: NumbingProductId
  name: Bilingual
  /** From here the cream may be removed and needling may start. */
  okFromMinutes: number
  /** From here it is still possible, but past what the pen's manual describes. */
  possibleFromMinutes: number
  /** From here the cream must come off. */
  stopFromMinutes: number
  /** The label's amount on intact skin. */
  labelGramsPer10Cm2: number
  sourceIds: readonly string[]
  needsConfirmation: true
}

const products: Readonly<Record<NumbingProductId, NumbingProduct>> = {
  'lidocaine-prilocaine-2.5': {
    id: 'lidocaine-prilocaine-2.5',
    name: { fr: 'Crème lidocaïne 2,5 % et prilocaïne 2,5 %', en: 'Lidocaine 2.5% and prilocaine 2.5% cream' },
    // A pen's manual says 15 to 50 minutes (V-35), the cream's label 1 to 5 hours (V-50), less effect after 5 hours (V-51). The house
    // starts inside the manual's range at 30, calls it "still possible" past 50, and stops where the label stops.
    okFromMinutes: 30,
    possibleFromMinutes: 50,
    stopFromMinutes: 300,
    labelGramsPer10Cm2: 1.5,
    sourceIds: ['V-35', 'V-50', 'V-51', 'SET'],
    needsConfirmation: true,
  },
}

export function getNumbingProduct(id: NumbingProductId): NumbingProduct {
  return products[id]
}

/** acting = wait · ok = may come off now · possible = later than the pen's manual, inside the label · stop = take it off. */
export type NumbingWindow = 'acting' | 'ok' | 'possible' | 'stop'

export interface NumbingClock {
  /** Whole minutes since the cream was applied, never below 0. */
  elapsedMinutes: number
  window: NumbingWindow
  okAt: Instant
  possibleAt: Instant
  stopAt: Instant
}

/** Where the cream stands now. Computed from the start instant, so that sleep, reload and a flat battery lose nothing. */
export function numbingClock(startedAt: Instant, nowAt: Instant, product: NumbingProduct): NumbingClock {
  const elapsedMinutes = Math.max(0, Math.floor(minutesBetween(startedAt, nowAt)))
  return {
    elapsedMinutes,
    window: windowOf(elapsedMinutes, product),
    okAt: addMinutes(startedAt, product.okFromMinutes),
    possibleAt: addMinutes(startedAt, product.possibleFromMinutes),
    stopAt: addMinutes(startedAt, product.stopFromMinutes),
  }
}

function windowOf(minutes: number, product: NumbingProduct): NumbingWindow {
  if (minutes >= product.stopFromMinutes) return 'stop'
  if (minutes >= product.possibleFromMinutes) return 'possible'
  return minutes >= product.okFromMinutes ? 'ok' : 'acting'
}

/** Grams per 10 cm2, and whether that is more than the label's. The adult maximum for large areas was not found: ask the clinic. */
export function numbingDose(
  { grams, areaCm2 }: { grams: number; areaCm2: number },
  product: NumbingProduct,
): { gramsPer10Cm2: number; aboveLabel: boolean } {
  const gramsPer10Cm2 = (grams / areaCm2) * 10
  return { gramsPer10Cm2, aboveLabel: gramsPer10Cm2 > product.labelGramsPer10Cm2 }
}
