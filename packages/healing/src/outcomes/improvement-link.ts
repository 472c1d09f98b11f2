/**
 * Between a trial's figure and the scale on which trials are compared.
 *
 * level  = improvement at the reference visit (four monthly treatments, day 180), as an angle: sin²(level) is the share
 *          0..1 of the score that is gone. The angle spreads alike over the whole range and stays inside it.
 * progress = organised new collagen at the visit over that of the reference visit: what the cascade says of time.
 * curvature = how soon more collagen stops showing: near 0, any visit shows the whole improvement; large, improvement
 *          follows the collagen.
 */

/** Progress as the eye sees it: 0 at 0, 1 at the reference, bent by `curvature`. */
export function visibleProgress(progress: number, curvature: number): number {
  return progress <= 0 ? 0 : ((1 + curvature) * progress) / (progress + curvature)
}

/** Share 0..1 of the score that is gone, for a level (radians) at a visit. */
export function improvementAt(level: number, visible: number): number {
  const angle = Math.min(Math.max(level, 0), Math.PI / 2)
  // What is left at the reference is cos²; each unit of visible progress removes the same share of what is left.
  return 1 - Math.cos(angle) ** (2 * visible)
}

/** The inverse: the level (radians) of which this share would be seen. Shares outside 0.002..0.998 are drawn in. */
export function levelOf(share: number, visible: number): number {
  const left = 1 - Math.min(Math.max(share, LEAST), 1 - LEAST)
  return Math.acos(Math.sqrt(left ** (1 / visible)))
}

/** d level / d share. */
export function levelSlope(share: number, visible: number): number {
  const step = 1e-5
  const at = Math.min(Math.max(share, LEAST + step), 1 - LEAST - step)
  return (levelOf(at + step, visible) - levelOf(at - step, visible)) / (2 * step)
}

const LEAST = 0.002
