/** The next step aims below what is allowed, as the estimate is only an estimate. */
const SAFETY = 0.85
const LARGEST_GROWTH = 8
const LARGEST_CUT = 0.2
/** The estimated error is of order h^5. */
const EXPONENT = 1 / 5
/** Errors smaller than this say no more about the next step; 1e-2 is the least that a trend is read from. */
const LARGEST_ROOM = 1e-10 ** -EXPONENT
const TREND_ROOM = 1e-2 ** -EXPONENT

/** Chooses steps from estimated errors, 1 being all that the tolerance allows. */
export interface StepControl {
  /** Forgets what was learnt: the solution was smooth only up to here. */
  restart(): void
  /** The step after one of length h that was accepted. */
  afterAccepted(h: number, error: number): number
  /** The step to try instead of one of length h; an error that is no number cuts deepest. */
  afterRejected(h: number, error: number): number
}

/**
 * Gustafsson's predictive control (Hairer & Wanner, Solving ODEs II, IV.8): the error's trend over the last two accepted steps
 * is carried forward, so that a solution that sharpens steadily costs few rejected steps. No growth right after a rejection.
 */
export const makeStepControl = (): StepControl => {
  let lastStep = 0
  let lastRoom = 1
  let rejected = false
  return {
    restart() {
      lastStep = 0
      rejected = false
    },
    afterAccepted(h, error) {
      // How many times longer the step might have been.
      const room = Math.min(error ** -EXPONENT, LARGEST_ROOM)
      let factor = SAFETY * room
      if (lastStep > 0) factor = Math.min(factor, (factor * (h / lastStep) * room) / lastRoom)
      lastStep = h
      lastRoom = Math.min(room, TREND_ROOM)
      const largest = rejected ? 1 : LARGEST_GROWTH
      rejected = false
      return h * Math.min(largest, Math.max(LARGEST_CUT, factor))
    },
    afterRejected(h, error) {
      rejected = true
      return h * (error < Infinity ? Math.max(LARGEST_CUT, SAFETY * error ** -EXPONENT) : LARGEST_CUT / 2)
    },
  }
}

/**
 * A first step from the size of the first and second derivatives, each measured in allowed errors: where the solution runs as
 * a·exp(−λt), λ = second / first and a = first / λ, a method of order 5 errs by about a (λh)^5.
 * Starting from a standstill, the time in which it moves by what is allowed. `span` is the longest step, right for a straight line.
 */
export const firstStep = (first: number, second: number, span: number): number => {
  if (!(second > 0)) return span
  if (!(first > 0)) return Math.min(span, second ** -0.5)
  const rate = second / first
  return Math.min(span, (rate / first) ** EXPONENT / rate)
}
