import type { Course } from '@pointille/healing'

/** What a reader of the healing page can turn: one treatment with a roller on a cheek, and the day to look at. */
export type ExploredTreatment = { needleMm: number; passes: number; prp: boolean; day: number }

/** What each control may be set to. Published protocols lie inside; beyond 2.5 mm nobody treats a face. */
export const needleMmRange = { from: 0.25, to: 2.5, step: 0.25 } as const
export const passesRange = { from: 2, to: 16, step: 1 } as const
export const lastDay = 28
/** Days that one press leads to. */
export const namedDays = [0, 1, 2, 3, 5, 7, 14, 28] as const

export const usualTreatment: ExploredTreatment = { needleMm: 1.5, passes: 8, prp: false, day: 3 }

type Range = { readonly from: number; readonly to: number; readonly step: number }

/** Reads what an address asks for. What is missing or no number is as usual; what lies beyond a control is at its end. */
export function readTreatment(asked: URLSearchParams, mayUsePrp: boolean): ExploredTreatment {
  const number = (name: string, { from, to, step }: Range, usual: number) => {
    // A press on a day comes after the slider of the same name, and counts.
    const text = asked.getAll(name).at(-1)?.trim()
    const value = text ? Number(text) : Number.NaN
    if (!Number.isFinite(value)) return usual
    return Math.min(to, Math.max(from, Math.round(value / step) * step))
  }
  return {
    needleMm: number('needle', needleMmRange, usualTreatment.needleMm),
    passes: number('passes', passesRange, usualTreatment.passes),
    prp: mayUsePrp && asked.has('prp'),
    day: number('day', { from: 0, to: lastDay, step: 1 }, usualTreatment.day),
  }
}

/** Who the page's drawings speak of: nobody in particular. */
const somebody = { ageYears: 35, phototype: 3, site: 'cheek', indication: 'acne-scars' } as const
/** Spread on as soon as the needles leave, platelets five times as many as in blood. */
const usualPrp = { delayMinutes: 5, plateletFactor: 5 } as const

export function courseOf({ needleMm, passes, prp }: Omit<ExploredTreatment, 'day'>): Course {
  const treatment = { day: 0, device: 'roller', needleMm, passes } as const
  return { ...somebody, treatments: [prp ? { ...treatment, prp: usualPrp } : treatment] }
}
