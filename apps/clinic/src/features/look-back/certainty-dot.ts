import type { Certainty } from './link-rules.ts'

/** Solid = direct, half = same room same day, ring = unknown. */
export const certaintyDot = { direct: 'done', indirect: 'now', unknown: 'ahead' } as const satisfies Record<
  Certainty,
  string
>
