/** A stream of seeded random numbers: the same seed gives the same numbers on every engine, bit for bit. */
export interface Random {
  /** In [0, 1), 53 bits. */
  uniform(): number
  /** Standard normal, by the polar method (only +, *, sqrt and ln: no cosine, whose last bit engines may disagree on). */
  normal(): number
  /** Whole number in 0 … n - 1, without bias. */
  integer(n: number): number
}

const rotateLeft = (x: number, k: number) => (x << k) | (x >>> (32 - k))

/** splitmix32: turns one small seed into well mixed words for the state. */
const makeSplitmix = (seed: number) => {
  let state = seed | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let z = state ^ (state >>> 16)
    z = Math.imul(z, 0x21f0aaad)
    z ^= z >>> 15
    z = Math.imul(z, 0x735a2d97)
    return z ^ (z >>> 15)
  }
}

/**
 * ln for the polar method, from arithmetic that every engine rounds alike: `Math.log` is left to the engine by the
 * language, and a forecast must be the same in a browser and on the server. x > 0; relative error below 1e-15.
 */
const portableLn = (x: number): number => {
  let exponent = 0
  let mantissa = x
  while (mantissa < Math.SQRT1_2) {
    mantissa *= 2
    exponent -= 1
  }
  const z = (mantissa - 1) / (mantissa + 1)
  const square = z * z
  // 2 artanh(z): |z| <= 0.1716, so twelve terms reach the last bit.
  let sum = 0
  for (let k = 23; k >= 1; k -= 2) sum = sum * square + 1 / k
  return 2 * z * sum + exponent * Math.LN2
}

/** xoshiro128** from `seed` (any integer; the lower 32 bits count). */
export const makeRandom = (seed: number): Random => {
  const next = makeSplitmix(seed)
  let a = next()
  let b = next()
  let c = next()
  let d = next()
  let spare = Number.NaN

  /** 32 random bits as an unsigned number. */
  const bits = (): number => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9)
    const t = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= t
    d = rotateLeft(d, 11)
    return result >>> 0
  }
  const uniform = () => ((bits() >>> 5) * 67108864 + (bits() >>> 6)) / 9007199254740992
  const normal = () => {
    if (!Number.isNaN(spare)) {
      const kept = spare
      spare = Number.NaN
      return kept
    }
    for (;;) {
      const u = 2 * uniform() - 1
      const v = 2 * uniform() - 1
      const s = u * u + v * v
      if (s >= 1 || s === 0) continue
      const scale = Math.sqrt((-2 * portableLn(s)) / s)
      spare = v * scale
      return u * scale
    }
  }
  const integer = (n: number) => {
    const limit = 4294967296 - (4294967296 % n)
    for (;;) {
      const word = bits()
      if (word < limit) return word % n
    }
  }
  return { uniform, normal, integer }
}
