/** Relative centrifugal force in g: 1.118e-5 x radius in cm x rpm squared. Rpm alone says nothing without the radius (V-67). */
export function rcfG(radiusMm: number, rpm: number): number {
  return 1.118e-5 * (radiusMm / 10) * rpm * rpm
}

/** The speed that gives this force at this radius, rounded to whole turns a minute. */
export function rpmFor(radiusMm: number, forceG: number): number {
  return Math.round(Math.sqrt(forceG / (1.118e-5 * (radiusMm / 10))))
}

/** What a spin may be set to. The published spins lie at 100 to 1500 g for 5 to 17 minutes (V-61, V-62); the rest is room to turn a dial. */
export const spinLimits = {
  radiusMm: { low: 30, high: 400 },
  rpm: { low: 100, high: 15_000 },
  forceG: { low: 50, high: 4000 },
  minutes: { low: 1, high: 60 },
} as const
