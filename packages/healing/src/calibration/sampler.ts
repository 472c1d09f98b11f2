import { dot, solveLower } from '../cholesky.ts'
import type { Random } from '../random.ts'
import { type Gaussian, gaussianOf, spread } from './gaussian.ts'

/** Logarithm of the density that is sampled, up to a constant; -Infinity outside. */
export type LogDensity = (x: Float64Array) => number

export interface SampleOptions {
  readonly chains: number
  /** Iterations of each chain before, and while, places are kept. */
  readonly warmUp: number
  readonly iterations: number
  /** Every so many iterations the chain's place is kept. */
  readonly keepEvery: number
  readonly random: Random
  /** Share of the work that is done. */
  readonly onProgress?: (share: number) => void
}

export interface Sample {
  /** Kept places, chain by chain. */
  readonly chains: readonly (readonly Float64Array[])[]
  readonly acceptance: number
}

/**
 * In how many of the guide's own directions a move goes, and how far: far in a few, or a little in all. A guided move goes
 * part of the way back to the guide's mean and as much out again (size 1 = a fresh draw from it); a plain one just steps,
 * which frees chains that stand where the guide is too thin.
 */
const MOVES = [
  { directions: 1, size: 1, isGuided: true },
  { directions: 4, size: 0.9, isGuided: true },
  { directions: 12, size: 0.55, isGuided: true },
  { directions: Number.POSITIVE_INFINITY, size: 0.2, isGuided: true },
  { directions: 4, size: 0.9, isGuided: false },
]
/** The guide is this much wider than what it was learnt from: its tails must not be thinner than the density's. */
const WIDENED = 1.2

/**
 * Markov chains guided by a normal distribution near the density (preconditioned Crank-Nicolson): each guided move
 * is accepted on how far the density differs from the guide, each plain one on the density alone. The first guide comes from the mode; halfway through the warm-up, and at its end, it is learnt anew from where the chains have been.
 * After that it is fixed, so the kept places are a Markov chain proper. Deterministic for a given `random`.
 */
export function sample(density: LogDensity, start: Gaussian, options: SampleOptions): Sample {
  const { chains, warmUp, iterations, keepEvery, random } = options
  let guide = widened(start)
  const walkers = Array.from({ length: chains }, () => startWalker(density, guide, random))
  const kept: Float64Array[][] = walkers.map(() => [])
  let seen: Float64Array[] = []
  let accepted = 0
  const total = warmUp + iterations
  for (let iteration = 1; iteration <= total; iteration += 1) {
    walkers.forEach((walker, k) => {
      const moved = step(walker, density, guide, random)
      if (iteration > warmUp) accepted += moved ? 1 : 0
      if (iteration > warmUp && iteration % keepEvery === 0) kept[k]!.push(walker.place)
      if (iteration <= warmUp && iteration % 5 === 0) seen.push(walker.place)
    })
    if (iteration === Math.floor(warmUp / 2) || iteration === warmUp) {
      if (seen.length > 10 * guide.mean.length) guide = widened(gaussianOf(seen))
      seen = []
    }
    if (iteration % 100 === 0) options.onProgress?.(iteration / total)
  }
  return { chains: kept, acceptance: accepted / (iterations * chains) }
}

interface Walker {
  place: Float64Array
  height: number
}

const widened = ({ mean, factor }: Gaussian): Gaussian => ({
  mean,
  factor: factor.map((row) => row.map((value) => WIDENED * value)),
})

/** A draw from the guide where the density is not nothing. */
function startWalker(density: LogDensity, { mean, factor }: Gaussian, random: Random): Walker {
  for (;;) {
    const out = spread(factor, random)
    const place = mean.map((value, at) => value + out[at]!)
    const height = density(place)
    if (height > Number.NEGATIVE_INFINITY) return { place, height }
  }
}

function step(walker: Walker, density: LogDensity, guide: Gaussian, random: Random): boolean {
  const { directions, size, isGuided } = MOVES[random.integer(MOVES.length)]!
  const { mean, factor } = guide
  const share = Math.min(1, directions / mean.length)
  const back = isGuided ? Math.sqrt(1 - size * size) : 1
  // In the guide's own coordinates it is a standard normal.
  const from = solveLower(
    factor,
    walker.place.map((value, at) => value - mean[at]!),
  )
  const to = from.map((value) => (random.uniform() < share ? back * value + size * random.normal() : value))
  const place = mean.map((value, i) => value + dot(factor[i]!, to))
  const height = density(place)
  const ratio = height - walker.height + (isGuided ? 0.5 * (dot(to, to) - dot(from, from)) : 0)
  if (!(ratio >= 0 || random.uniform() < Math.exp(ratio))) return false
  walker.place = place
  walker.height = height
  return true
}
