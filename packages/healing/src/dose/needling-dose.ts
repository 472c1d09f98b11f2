import { type SkinProfile, skinAt } from './anatomy.ts'
import { bleedingOf } from './bleeding.ts'
import { type Channel, coveredShare, injuredShare, widthAt } from './channel.ts'
import {
  DEVICES,
  holesPerCm2,
  type NeedlingDevice,
  type NeedlingTreatment,
  needleDiameterMm,
  penetrationShare,
  taperMm,
} from './device.ts'
import { type DoseDraw, MEDIAN_DOSE_DRAW, numbersOf } from './dose-draw.ts'
import { painOf } from './pain.ts'
import type { Site } from './site.ts'

/** What the needles of one treatment did, were this draw the truth. Shares are 0..1. */
export interface NeedlingDose {
  readonly holesPerCm2: number
  /** Share of the needle's length that entered. */
  readonly penetration: number
  readonly depthMm: number
  /** Of the channel, at the surface and where the dermis begins. */
  readonly surfaceWidthMm: number
  readonly dermisWidthMm: number
  /** Share of the surface that is open hole: what barrier and repair work on. */
  readonly openShare: number
  /** Share of each layer that is injured, overlaps counted once; `dermis` is both of its parts. */
  readonly injured: Readonly<Record<'epidermis' | 'papillaryDermis' | 'reticularDermis' | 'dermis', number>>
  /** Probability that one hole opens a capillary. */
  readonly capillaryBreach: number
  readonly bleedingHolesPerCm2: number
  /** Probability that uniform pinpoint bleeding is seen. */
  readonly pinpointBleeding: number
  /** Injury against ten passes of a 1.5 mm roller on the face; grows without bound. */
  readonly rawDose: number
  /** The signal that it starts, same reference, saturating: what the cascade takes as its dose. */
  readonly relativeDose: number
  /** Injury against the heaviest published protocol of the device; above 1 nobody reports what happens. */
  readonly aggression: number
  /** 0-10, during needling. */
  readonly pain: number
  /** Epidermis and dermis of this person at this site. */
  readonly skinMm: number
  /** How far the tip goes below the dermis. */
  readonly beyondSkinMm: number
}

/** The treatment whose dose is 1. */
const REFERENCE: NeedlingTreatment = { device: 'roller', needleMm: 1.5, passes: 10 }
const REFERENCE_SITE: Site = 'face'
const REFERENCE_AGE = 40

const heaviestOf = (device: NeedlingDevice): NeedlingTreatment => ({
  device,
  needleMm: DEVICES[device].longestMm,
  passes: DEVICES[device].mostPasses,
})

/** The channel of every needle of a treatment. */
export const channelOf = (treatment: NeedlingTreatment, draw: DoseDraw): Channel => ({
  depthMm: treatment.passes > 0 ? penetrationShare(treatment, draw) * treatment.needleMm : 0,
  baseMm: needleDiameterMm(treatment, draw),
  taperMm: taperMm(treatment, draw),
  exponent: numbersOf(draw)('taper'),
})

const injuryOf = (channel: Channel, holes: number, skin: SkinProfile, draw: DoseDraw): NeedlingDose['injured'] => {
  const halo = numbersOf(draw)('halo')
  const { epidermisMm, papillaryDermisMm, dermisMm } = skin
  const share = (fromMm: number, thickMm: number) =>
    injuredShare(channel, holes, halo, { fromMm, toMm: fromMm + thickMm })
  const papillaryDermis = share(epidermisMm, papillaryDermisMm)
  const reticularDermis = share(epidermisMm + papillaryDermisMm, dermisMm - papillaryDermisMm)
  return {
    epidermis: share(0, epidermisMm),
    papillaryDermis,
    reticularDermis,
    dermis: (papillaryDermis * papillaryDermisMm + reticularDermis * (dermisMm - papillaryDermisMm)) / dermisMm,
  }
}

/** Injury as one number: the dermis counts, the epidermis a little. */
const injurySum = ({ dermis, epidermis }: NeedlingDose['injured'], draw: DoseDraw) =>
  dermis + numbersOf(draw)('epidermalWeight') * epidermis

const injuryFrom = (treatment: NeedlingTreatment, site: Site, ageYears: number, draw: DoseDraw) =>
  injurySum(
    injuryOf(channelOf(treatment, draw), holesPerCm2(treatment, draw), skinAt(site, ageYears, draw), draw),
    draw,
  )

/** The reference shares what is unknown of tissue, so that it cancels, but not what is unknown of hand, device and person. */
const referenceDraw = ({ halo, taper, papillaryDermis, epidermalWeight }: DoseDraw): DoseDraw => ({
  ...MEDIAN_DOSE_DRAW,
  halo,
  taper,
  papillaryDermis,
  epidermalWeight,
})

/** The signal for an injury: 1 at the reference, at most `half` + 1 however deep one goes. */
const saturate = (raw: number, half: number) => (raw * (1 + 1 / half)) / (1 + raw / half)

/**
 * The needling dose in closed form: holes fall independently and all needles go equally deep. The puncture simulator
 * (`simulatePunctures`) is what it is tested against. Pure: the same arguments give the same dose.
 * @param draw one possible truth, `drawDose(random)` or `MEDIAN_DOSE_DRAW`
 */
export function needlingDose(treatment: NeedlingTreatment, site: Site, ageYears: number, draw: DoseDraw): NeedlingDose {
  const skin = skinAt(site, ageYears, draw)
  const skinMm = skin.epidermisMm + skin.dermisMm
  const holes = holesPerCm2(treatment, draw)
  const channel = channelOf(treatment, draw)
  const injured = injuryOf(channel, holes, skin, draw)
  const injury = injurySum(injured, draw)
  const tissue = referenceDraw(draw)
  const rawDose = injury / injuryFrom(REFERENCE, REFERENCE_SITE, REFERENCE_AGE, tissue)
  const heaviest = injuryFrom(heaviestOf(treatment.device), REFERENCE_SITE, REFERENCE_AGE, {
    ...draw,
    epidermis: 0,
    dermis: 0,
  })
  return {
    holesPerCm2: holes,
    penetration: treatment.passes > 0 ? channel.depthMm / treatment.needleMm : 0,
    depthMm: channel.depthMm,
    surfaceWidthMm: widthAt(channel, 0),
    dermisWidthMm: widthAt(channel, skin.epidermisMm),
    openShare: coveredShare(holes, widthAt(channel, 0)),
    injured,
    ...bleedingOf(channel, holes, skin, draw),
    rawDose,
    relativeDose: saturate(rawDose, numbersOf(draw)('saturation')),
    aggression: injury / heaviest,
    pain: painOf(treatment.needleMm, holes, draw),
    skinMm,
    beyondSkinMm: Math.max(0, channel.depthMm - skinMm),
  }
}
