import { dashesPath, dotsPath, placeMarks } from './dot-field.ts'
import { INK, text } from './svg.ts'

const LANE_HEIGHT = 36
/** Fine dots, larger dots, dashes: the shape repeats the hue. */
const LOOKS = {
  inflammation: { pitch: 2.3, size: 1.9, seed: 11 },
  proliferation: { pitch: 3.1, size: 2.9, seed: 12 },
  remodelling: { pitch: 3.4, size: 1.7, seed: 13 },
} as const
export type PhaseName = keyof typeof LOOKS

/** Three clouds over one axis. `activity` answers 0..1 for a place 0..1 across. */
export function drawPhases(
  area: { readonly x: number; readonly y: number; readonly width: number },
  phases: readonly { readonly name: PhaseName; readonly words: string; activity(across: number): number }[],
): string {
  return phases
    .map(({ name, words, activity }, lane) => {
      const { pitch, size, seed } = LOOKS[name]
      const y = area.y + lane * LANE_HEIGHT
      const marks = placeMarks({
        width: area.width,
        height: LANE_HEIGHT,
        pitch,
        tries: 28,
        seed,
        density: (px, py) => {
          const a = activity(px / area.width)
          if (a < 0.015) return 0
          const u = Math.abs(py - LANE_HEIGHT / 2) / ((LANE_HEIGHT / 2) * (0.22 + 0.78 * a))
          return u >= 1 ? 0 : 1.045 * a * (1 - u * u) ** 0.8
        },
      })
      const path = name === 'remodelling' ? dashesPath(marks, area.x, y, 6.5) : dotsPath(marks, area.x, y)
      const label = text(
        area.x - 12,
        y + LANE_HEIGHT / 2 + 5,
        15,
        `${lane + 1} ${words}`,
        'text-anchor="end" font-weight="600"',
      )
      return `${label}<path d="${path}" stroke="${INK[name]}" stroke-width="${size}" stroke-linecap="round" fill="none"/>`
    })
    .join('\n')
}

export const PHASES_HEIGHT = 3 * LANE_HEIGHT
