import type { KineticRow, KineticScenario } from './kinetic-row.ts'

/** A target of the calibration alone, with what it stands on. */
export interface CalibrationTarget extends KineticRow {
  readonly sources: readonly string[] | 'assumed'
  readonly why: string
}

const one = (value: number) => ({ low: value, high: value, isTotal: false })
const usual: KineticScenario = {
  ageYears: one(35),
  phototype: one(3),
  site: 'cheek',
  device: 'roller',
  needleMm: one(1.5),
  passes: one(8),
  treatments: one(1),
  prp: false,
  occlusionHours: one(0),
}

const monthly: KineticScenario = { ...usual, treatments: one(3), intervalDays: one(30) }

/**
 * What the cascade is fitted to beside `evidence/kinetics-targets.csv` and the cell curves. Wide where the source is weak.
 * `low`..`high` holds about 90 %.
 */
export const CALIBRATION_TARGETS: readonly CalibrationTarget[] = [
  {
    id: 'CT1',
    quantity: 'neutrophil-peak',
    unit: 'hours',
    scenario: usual,
    observed: 24,
    low: 18,
    high: 32,
    bound: '=',
    sources: ['K0342', 'K0345', 'K0348', 'K0351', 'K0354'],
    why: 'highest count at 24 h, lower by 40 h',
  },
  {
    id: 'CT2',
    quantity: 'macrophage-peak',
    unit: 'hours',
    scenario: usual,
    observed: 56,
    low: 50,
    high: 68,
    bound: '=',
    sources: 'assumed',
    why: 'the one series (K0343-K0359) lies flat from 24 to 72 h in a wound that is not named; 48-72 h is taken from how wounds are generally told to heal',
  },
  {
    id: 'CT3',
    quantity: 'cytokine-relative-to-peak',
    unit: 'ratio',
    scenario: { ...usual, atHours: 1 },
    low: 0.15,
    bound: '>',
    sources: ['K0085', 'K0088', 'K0091'],
    why: 'present in all volunteers after the first hour; the level is assumed',
  },
  {
    id: 'CT4',
    quantity: 'epidermis-gain',
    unit: 'percent',
    scenario: { ...monthly, atHours: 8760 },
    observed: 40,
    low: 15,
    high: 80,
    bound: '=',
    sources: ['K0133'],
    why: 'thickened by 40 % at a year after one to four treatments; tolerance assumed',
  },
]
