import type { Random } from '../random.ts'

/** One straight stroke of the hand across the area, and how far it strays from straight. Lengths in mm. */
export interface Track {
  /** Along the stroke, from where it starts to where it ends. */
  readonly fromMm: number
  readonly toMm: number
  /** The skin's place of a point of the stroke: `alongMm` on its way, `acrossMm` from its middle. */
  place(alongMm: number, acrossMm: number): { readonly xMm: number; readonly yMm: number }
}

/** All assumed: nobody has filmed the hand. Standard deviations. */
const HAND = {
  /** Of where a stroke is set beside the last one. */
  asideMm: 1.5,
  /** Of its direction, degrees. */
  headingDegrees: 2,
  /** Of its wave, and the length of it. */
  waveMm: 0.8,
  waveLengthMm: 50,
}
const RADIANS = Math.PI / 180

/**
 * The strokes of one pass: side by side over the area in one direction, begun at a random place, so that on the whole
 * every spot is gone over once.
 * @param everyMm distance from stroke to stroke
 */
export function tracksOf(
  random: Random,
  area: { readonly widthMm: number; readonly heightMm: number },
  directionDegrees: number,
  everyMm: number,
): Track[] {
  const centre = { xMm: area.widthMm / 2, yMm: area.heightMm / 2 }
  // Far enough that a stroke that strays does not leave the edge bare.
  const reachMm = Math.hypot(area.widthMm, area.heightMm) / 2 + 2 * everyMm + 10
  const tracks: Track[] = []
  const offset = random.uniform() * everyMm
  for (let aside = -reachMm + offset; aside < reachMm; aside += everyMm) {
    const middle = aside + HAND.asideMm * random.normal()
    const angle = (directionDegrees + HAND.headingDegrees * random.normal()) * RADIANS
    const wave = HAND.waveMm * random.normal()
    const waveNumber = (2 * Math.PI) / (HAND.waveLengthMm * (0.6 + 0.8 * random.uniform()))
    const phase = 2 * Math.PI * random.uniform()
    const cos = Math.cos(angle)
    const sin = Math.sin(angle)
    tracks.push({
      fromMm: -reachMm,
      toMm: reachMm,
      place(alongMm, acrossMm) {
        const across = middle + acrossMm + wave * Math.sin(waveNumber * alongMm + phase)
        return { xMm: centre.xMm + alongMm * cos - across * sin, yMm: centre.yMm + alongMm * sin + across * cos }
      },
    })
  }
  return tracks
}
