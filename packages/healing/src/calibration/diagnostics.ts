/** Kept places of several chains, one number each. */
export type Chains = readonly (readonly number[])[]

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

const variance = (values: readonly number[]) => {
  const centre = mean(values)
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1)
}

/** Each chain cut in two, so that a chain that still wanders is seen. */
const split = (chains: Chains) =>
  chains.flatMap((chain) => {
    const half = Math.floor(chain.length / 2)
    return [chain.slice(0, half), chain.slice(chain.length - half)]
  })

/** Split R-hat (Gelman and Rubin): 1 when all halves of all chains tell the same story. */
export function splitRHat(chains: Chains): number {
  const halves = split(chains)
  const n = halves[0]!.length
  const within = mean(halves.map(variance))
  const between = variance(halves.map(mean))
  return Math.sqrt(((n - 1) / n) * 1 + between / within)
}

/** Effective sample size over all chains: autocorrelations are summed by pairs until a pair's sum turns negative (Geyer). */
export function effectiveSampleSize(chains: Chains): number {
  const halves = split(chains)
  const n = halves[0]!.length
  const within = mean(halves.map(variance))
  const total = ((n - 1) / n) * within + variance(halves.map(mean))
  const correlation = (lag: number) => {
    const covariances = halves.map((half) => {
      const centre = mean(half)
      let sum = 0
      for (let at = lag; at < n; at += 1) sum += (half[at]! - centre) * (half[at - lag]! - centre)
      return sum / n
    })
    return 1 - (within - mean(covariances)) / total
  }
  let sum = 0
  for (let lag = 1; lag + 1 < n; lag += 2) {
    const pair = correlation(lag) + correlation(lag + 1)
    if (!(pair > 0)) break
    sum += pair
  }
  return (halves.length * n) / (1 + 2 * sum)
}
