import { mulberry32 } from '#ui/dots/mulberry32.ts'

/** Chance that repeats itself: the same seed invents the same demo. */
export type Chance = {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  pick<T>(choices: readonly T[]): T
  /** True in `share` of the cases, 0 to 1. */
  happens(share: number): boolean
  /** The same things in another order. */
  shuffle<T>(things: readonly T[]): T[]
  /** A version 4 UUID, lower case. */
  uuid(): string
}

export function makeChance(seed: number): Chance {
  const next = mulberry32(seed)
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    between,
    pick: (choices) => choices[between(0, choices.length - 1)]!,
    happens: (share) => next() < share,
    shuffle: (things) => {
      const left = [...things]
      return things.map(() => left.splice(between(0, left.length - 1), 1)[0]!)
    },
    uuid: () => {
      const digits = Array.from({ length: 32 }, () => between(0, 15).toString(16))
      digits[12] = '4'
      digits[16] = between(8, 11).toString(16)
      return digits.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
    },
  }
}
