import { ACTIVITY } from './generated/phase-activity.ts'
import { interpolateMonotone } from './interpolate.ts'

/** The three overlapping phases of healing, in the order in which they begin. */
export type Phase = 'inflammation' | 'proliferation' | 'remodelling'

export const PHASES: readonly Phase[] = ['inflammation', 'proliferation', 'remodelling']

/** The pictures show one treatment and the four weeks after it. */
export const PICTURE_DAYS = 28

const curves: Record<Phase, (root: number) => number> = {
  inflammation: interpolateMonotone(ACTIVITY.root, ACTIVITY.inflammation),
  proliferation: interpolateMonotone(ACTIVITY.root, ACTIVITY.proliferation),
  remodelling: interpolateMonotone(ACTIVITY.root, ACTIVITY.remodelling),
}

/**
 * How busy a phase is on a day after one treatment of 1.5 mm: 0 = at rest, 1 = as busy as it gets within 28 days.
 * Read a phase against itself, never against another one: each is scaled to its own maximum.
 * `day` may be fractional; before day 0 nothing works, after day 28 the last value is held.
 * Source: the median of the calibrated cascade (`generate-phases.ts`), calibrated, not measured.
 */
export const phaseActivity = (phase: Phase, day: number): number =>
  day < 0 ? 0 : curves[phase](Math.sqrt(Math.min(day, PICTURE_DAYS) / PICTURE_DAYS))
