import type { SkinProfile } from './anatomy.ts'
import { type Channel, widthAt } from './channel.ts'
import { type DoseDraw, numbersOf } from './dose-draw.ts'

/** Half the width of a capillary, mm: a needle that passes this near opens it. Assumed; textbooks print 8 to 10 µm. */
const CAPILLARY_RADIUS_MM = 0.005

export interface Bleeding {
  readonly capillaryBreach: number
  readonly bleedingHolesPerCm2: number
  readonly pinpointBleeding: number
}

/**
 * Which holes bleed: those that meet a capillary loop of the papillary dermis, standing upright, or one of the vessels
 * that cross the deeper dermis in all directions (lines of length density L meet a convex body L·surface/4 times).
 */
export function bleedingOf(channel: Channel, holesPerCm2: number, skin: SkinProfile, draw: DoseDraw): Bleeding {
  const number = numbersOf(draw)
  const { epidermisMm, papillaryDermisMm, dermisMm } = skin
  const reach = (fromMm: number, thickMm: number) => Math.max(0, Math.min(thickMm, channel.depthMm - fromMm))
  const radiusAt = (belowMm: number) => widthAt(channel, belowMm) / 2 + CAPILLARY_RADIUS_MM

  const pierced = reach(epidermisMm, papillaryDermisMm) / papillaryDermisMm
  const loops = number('capillaryLoops') * Math.PI * radiusAt(epidermisMm) ** 2 * pierced
  const below = epidermisMm + papillaryDermisMm
  const path = reach(below, dermisMm - papillaryDermisMm)
  const crossing = (number('dermalVessels') * 2 * Math.PI * radiusAt(below) * path) / 4

  const capillaryBreach = -Math.expm1(-(loops + crossing))
  const bleedingHolesPerCm2 = holesPerCm2 * capillaryBreach
  const odds = (bleedingHolesPerCm2 / number('bleedingHoles')) ** number('bleedingSteepness')
  return { capillaryBreach, bleedingHolesPerCm2, pinpointBleeding: odds / (1 + odds) }
}
