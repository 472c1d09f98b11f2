import type { Random } from '../random.ts'
import type { EventCount } from './adverse-event-rows.ts'
import { normalQuantile } from './normal-distribution.ts'

/** One draw of the pigmentation regression, in log-odds per course of treatments. */
export interface PigmentationDraw {
  /** Phototype III-IV, face, interval above 14 days, in the mean clinic. */
  readonly base: number
  /** Per step of phototype. */
  readonly phototype: number
  readonly body: number
  /** Interval of 14 days or less, in part up to 28 days. */
  readonly short: number
  readonly betweenStudies: number
}

/** What is assumed before the counts. Darker skin is held more at risk by every text; no slope was measured. */
export const PIGMENTATION_PRIOR = {
  base: { mean: -4, sd: 1.2 },
  phototype: { mean: 0.25, sd: 0.35 },
  body: { mean: 0, sd: 0.8 },
  short: { mean: 0, sd: 0.8 },
  betweenStudies: 0.8,
} as const

/** The phototype from which `base` counts, and what stands in for a study that prints none. */
export const MIDDLE_PHOTOTYPE = 3.5
/** From here down an interval counts as short, */
export const SHORT_INTERVAL_DAYS = 14
/** from here up not at all, and evenly less in between: no skin knows of a limit. Assumed. */
export const CALM_INTERVAL_DAYS = 28
const UNPRINTED = { middle: MIDDLE_PHOTOTYPE, half: 1.5 }

/** Study effects and phototypes inside a range, each at the middle of equally probable parts. */
const STUDY_NODES = [1, 3, 5, 7, 9].map((k) => normalQuantile(k / 10))
const RANGE_NODES = [-2 / 3, 0, 2 / 3]

export const shareOfLogOdds = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds))

/**
 * Draws of the posterior: many draws of the prior, kept as often as their likelihood says (systematic resampling). The
 * counts are few and the prior is near, so this is exact enough and needs no chain; `effective` tells how many carried it.
 */
export function fitPigmentation(counts: readonly EventCount[], draws: number, random: Random, tries = 20_000) {
  const { base, phototype, body, short, betweenStudies } = PIGMENTATION_PRIOR
  const from = ({ mean, sd }: { mean: number; sd: number }) => mean + sd * random.normal()
  const tried: PigmentationDraw[] = Array.from({ length: tries }, () => ({
    base: from(base),
    phototype: from(phototype),
    body: from(body),
    short: from(short),
    betweenStudies: Math.abs(betweenStudies * random.normal()),
  }))
  const logs = tried.map((draw) => counts.reduce((sum, count) => sum + Math.log(likelihood(draw, count)), 0))
  const top = Math.max(...logs)
  const weights = logs.map((log) => Math.exp(log - top))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const effective = total ** 2 / weights.reduce((sum, weight) => sum + weight ** 2, 0)
  const kept: PigmentationDraw[] = []
  const offset = random.uniform()
  let held = 0
  tried.forEach((draw, k) => {
    held += weights[k]!
    while (kept.length < draws && (held / total) * draws > kept.length + offset) kept.push(draw)
  })
  return { draws: kept, effective }
}

/** P(events of people | draw), up to a constant, over study effects and the phototypes of the study. */
function likelihood(
  draw: PigmentationDraw,
  { events, people, phototype = UNPRINTED, area, intervalDays }: EventCount,
): number {
  const fixed = draw.base + (area === 'body' ? draw.body : 0) + shortness(intervalDays) * draw.short
  let sum = 0
  for (const study of STUDY_NODES) {
    let share = 0
    for (const node of RANGE_NODES) {
      const type = phototype.middle + node * phototype.half - MIDDLE_PHOTOTYPE
      share += shareOfLogOdds(fixed + draw.phototype * type + draw.betweenStudies * study)
    }
    share /= RANGE_NODES.length
    sum += share ** events * (1 - share) ** (people - events)
  }
  return sum / STUDY_NODES.length
}

/** How far an interval counts as short, 0..1; one that is not printed, or that is none, does not. */
export function shortness(intervalDays: number | undefined): number {
  if (intervalDays === undefined) return 0
  const share = (CALM_INTERVAL_DAYS - intervalDays) / (CALM_INTERVAL_DAYS - SHORT_INTERVAL_DAYS)
  return Math.min(Math.max(share, 0), 1)
}
