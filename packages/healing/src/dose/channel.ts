/** The hole that one needle makes, and what it injures around it. Lengths in mm. */
export interface Channel {
  readonly depthMm: number
  /** Width where the taper ends, at the base of the needle. */
  readonly baseMm: number
  /** Length over which the needle tapers. */
  readonly taperMm: number
  /** Width grows with this power of the distance from the tip. */
  readonly exponent: number
}

/** Gauss-Legendre on 0..1: exact enough (1e-4) for the smooth integrand below, and it never breaks monotony. */
const NODES = [
  0.033765242898424, 0.169395306766868, 0.380690406958402, 0.619309593041598, 0.830604693233132, 0.966234757101576,
]
const WEIGHTS = [
  0.085662246189585, 0.180380786524069, 0.233956967286346, 0.233956967286346, 0.180380786524069, 0.085662246189585,
]

/** Width of the channel at a depth below the surface, mm. The one measured channel (K0002-K0005) lies on this curve. */
export function widthAt({ depthMm, baseMm, taperMm, exponent }: Channel, belowMm: number): number {
  const fromTip = depthMm - belowMm
  return fromTip <= 0 ? 0 : baseMm * Math.min(1, fromTip / taperMm) ** exponent
}

/** Share of a plane that discs of this width cover when they fall independently (Poisson), overlaps counted once. */
export function coveredShare(holesPerCm2: number, widthMm: number): number {
  return -Math.expm1(-(holesPerCm2 / 100) * Math.PI * (widthMm / 2) ** 2)
}

/**
 * Share of a layer's volume that lies in a channel or its halo.
 * @param halo radius of injured tissue over radius of the channel
 */
export function injuredShare(
  channel: Channel,
  holesPerCm2: number,
  halo: number,
  layer: { readonly fromMm: number; readonly toMm: number },
): number {
  const piercedMm = Math.min(layer.toMm, channel.depthMm) - layer.fromMm
  const thicknessMm = layer.toMm - layer.fromMm
  if (piercedMm <= 0 || thicknessMm <= 0) return 0
  let mean = 0
  for (let at = 0; at < NODES.length; at += 1) {
    const width = halo * widthAt(channel, layer.fromMm + piercedMm * NODES[at]!)
    mean += WEIGHTS[at]! * coveredShare(holesPerCm2, width)
  }
  return Math.min(1, (mean * piercedMm) / thicknessMm)
}
