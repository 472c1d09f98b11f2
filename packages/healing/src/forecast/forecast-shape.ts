import type { OutputName, Tag } from './outputs.ts'

/** Pointwise weighted quantiles of the ensemble, one number a day of `Forecast.days`. */
export interface Band {
  readonly unit: string
  readonly tag: Tag
  readonly p5: readonly number[]
  readonly p25: readonly number[]
  readonly p50: readonly number[]
  readonly p75: readonly number[]
  readonly p95: readonly number[]
}

/** The same five quantiles of one number. */
export interface Quantiles {
  readonly unit: string
  readonly tag: Tag
  readonly p5: number
  readonly p25: number
  readonly p50: number
  readonly p75: number
  readonly p95: number
}

/** What follows one treatment, in days of the course (so a date is the course's day 0 plus this). */
export interface TreatmentDates {
  readonly treatmentDay: number
  /** First day without redness that shows and without open skin. */
  readonly presentableDay: Quantiles
  readonly barrierClosedDay: Quantiles
  /** The model's own earliest next treatment; not validated on people. */
  readonly earliestNextDay: Quantiles
  /** Retinoid, acids and vitamin C, in hours after the treatment: the rule of the house, never before the barrier closes. */
  readonly activesSafeFromHours: Quantiles
}

/** What the needles of one treatment did. */
export interface TreatmentDose {
  readonly treatmentDay: number
  /** 1 = one pass series with a 1.5 mm roller on the face. */
  readonly relativeDose: Quantiles
  readonly holesPerCm2: Quantiles
  readonly depthMm: Quantiles
  readonly pinpointBleedingProbability: Quantiles
}

/** Something that the reader must know; the words are the screen's. `values` fill them. */
export interface Warning {
  readonly code:
    | 'under18'
    | 'needleLongerThanSkin'
    | 'intervalBelow14Days'
    | 'beforeSkinIsReady'
    | 'prpAfterChannelsClosed'
    | 'aggressive'
    | 'staysInEpidermis'
    | 'outsideTestedRange'
    | 'noEvidence'
    | 'fewCoursesLeft'
  /** Index in the course's treatments, where one is meant. */
  readonly treatment?: number
  readonly values?: Readonly<Record<string, number>>
}

export interface Forecast {
  readonly seed: number
  /** Days of the course at which every band is told, rising. */
  readonly days: readonly number[]
  /** `improvement` is absent where nobody has printed a figure (pores). */
  readonly outputs: Readonly<Partial<Record<OutputName, Band>>>
  /** Twenty equally probable courses: `dots.redness[k]` is one course on `days`, the same k is the same course everywhere. */
  readonly dots: Readonly<Partial<Record<OutputName, readonly (readonly number[])[]>>>
  /** One entry a treatment, in the order of their days. */
  readonly dates: readonly TreatmentDates[]
  readonly dose: readonly TreatmentDose[]
  readonly risks: { readonly pigmentation: Quantiles; readonly infection: Quantiles }
  readonly warnings: readonly Warning[]
  readonly evidence: { readonly gradeId: string; readonly noEvidence: boolean }
  /** How many courses of the ensemble carry the weight; all of them before a personal update. */
  readonly effectiveCourses: number
  readonly courses: number
}

/** What a patient or a clinician reported on one day of the course. */
export interface Observation {
  readonly day: number
  readonly redness?: 0 | 1 | 2 | 3
  readonly swelling?: 0 | 1 | 2 | 3
  /** 0..10 */
  readonly pain?: number
  readonly improvementPercent?: number
}

export interface ForecastOptions {
  /** Size of the ensemble. */
  readonly courses?: number
  readonly seed?: number
  readonly days?: readonly number[]
  readonly observations?: readonly Observation[]
}
