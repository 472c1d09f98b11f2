/** P(Z <= z) of a standard normal, absolute error below 1.5e-7 (Abramowitz and Stegun 7.1.26 of the error function). */
export function normalCdf(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const tail =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.exp(-x * x)
  return z > 0 ? 1 - tail / 2 : tail / 2
}

/** The z below which a standard normal stays with this probability (Acklam's rational form, relative error 1.2e-9). */
export function normalQuantile(probability: number): number {
  if (probability <= 0) return -Infinity
  if (probability >= 1) return Infinity
  if (probability > 0.5) return -normalQuantile(1 - probability)
  if (probability < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(probability))
    return polynomial(q, TAIL_TOP) / (polynomial(q, TAIL_BOTTOM) * q + 1)
  }
  const q = probability - 0.5
  const r = q * q
  return (polynomial(r, MIDDLE_TOP) * q) / (polynomial(r, MIDDLE_BOTTOM) * r + 1)
}

const polynomial = (x: number, coefficients: readonly number[]) => coefficients.reduce((sum, c) => sum * x + c, 0)

const MIDDLE_TOP = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239,
]
const MIDDLE_BOTTOM = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572]
const TAIL_TOP = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
]
const TAIL_BOTTOM = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416]
