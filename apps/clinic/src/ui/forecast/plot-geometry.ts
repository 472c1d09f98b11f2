/** Where things stand in the plot, in px of its own width. Wide as drawn in the look; narrow for a telephone. */
export interface PlotGeometry {
  readonly width: number
  readonly height: number
  /** The days' axis, from its first day to its last: the slider below shares it. */
  readonly left: number
  readonly right: number
  /** Upright: the top tick, and zero. */
  readonly topY: number
  readonly zeroY: number
  /** Centre lines and tallest heights of the three phases. */
  readonly phaseYs: readonly [number, number, number]
  readonly phaseHeight: number
  readonly isNarrow: boolean
}

export const wideWidth = 732
const narrowBelow = 560

export function plotGeometry(width: number): PlotGeometry {
  if (width < narrowBelow)
    return {
      width,
      height: 412,
      left: 14,
      right: width - 14,
      topY: 180,
      zeroY: 376,
      phaseYs: [36, 82, 128],
      phaseHeight: 26,
      isNarrow: true,
    }
  return {
    width,
    height: 424,
    left: 132,
    right: width - 22,
    topY: 142,
    zeroY: 389,
    phaseYs: [21, 51, 81],
    phaseHeight: 30,
    isNarrow: false,
  }
}
