/**
 * A number in 0..1 for a place. Where it is above 1.5 times the density the dart can be spared: dots stand far apart there, fewer
 * darts fill the field as well, and most would only be found crowded. By the place alone, so the drawing is the same everywhere.
 */
export function spareAt(x: number, y: number): number {
  return ((x * 12.9898 + y * 78.233) % 1) / 1.5
}

/** Of the look's tries: with the spared ones gone, this share fills a field as well. */
export const triesShare = 0.6
