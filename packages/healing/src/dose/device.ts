import { type DoseDraw, logOdds, numbersOf, shareOf } from './dose-draw.ts'
import type { DoseNumber } from './dose-numbers.ts'

export const NEEDLING_DEVICES = ['roller', 'pen', 'stamp'] as const
export type NeedlingDevice = (typeof NEEDLING_DEVICES)[number]

/** What was done to the skin of one site in one treatment. */
export interface NeedlingTreatment {
  readonly device: NeedlingDevice
  /** Length as set or printed on the device. Length is not depth. */
  readonly needleMm: number
  /** Times that every place was gone over; presses for a stamp. 0 = nothing was done. */
  readonly passes: number
  /** 1 = the usual hand. */
  readonly pressure?: number | undefined
  /** 0 = slack skin, 1 = held taut, as usual. */
  readonly stretch?: number | undefined
  /** Of the roller, the pen's tip, the stamp; the usual number when absent. */
  readonly needles?: number | undefined
  readonly needleDiameterMm?: number | undefined
  /** Where it was counted, or worked out from rate and dwell; replaces the assumed density. */
  readonly holesPerCm2PerPass?: number | undefined
}

interface Device {
  /** The number of needles that `holes` is for. */
  readonly needles: number
  readonly holes: DoseNumber
  readonly diameter: DoseNumber
  readonly penetration: DoseNumber
  /** Most passes in a published protocol (V-22); assumed for pen and stamp. */
  readonly mostPasses: number
  /** Longest needle in a published or evaluated protocol (V-22, V-37). */
  readonly longestMm: number
}

export const DEVICES: Readonly<Record<NeedlingDevice, Device>> = {
  roller: {
    needles: 192,
    holes: 'rollerHoles',
    diameter: 'rollerDiameter',
    penetration: 'rollerPenetration',
    mostPasses: 10,
    longestMm: 3,
  },
  pen: {
    needles: 12,
    holes: 'penHoles',
    diameter: 'penDiameter',
    penetration: 'penPenetration',
    mostPasses: 10,
    longestMm: 1.5,
  },
  stamp: {
    needles: 40,
    holes: 'stampHoles',
    diameter: 'stampDiameter',
    penetration: 'stampPenetration',
    mostPasses: 10,
    longestMm: 3,
  },
}

export function holesPerCm2(treatment: NeedlingTreatment, draw: DoseDraw): number {
  const { holes, needles: usual } = DEVICES[treatment.device]
  const perPass = treatment.holesPerCm2PerPass ?? (numbersOf(draw)(holes) * (treatment.needles ?? usual)) / usual
  return treatment.passes * perPass
}

/** Share of the needle's length that enters the skin: harder pressed and tauter skin let more of it in. */
export function penetrationShare(treatment: NeedlingTreatment, draw: DoseDraw): number {
  const number = numbersOf(draw)
  const pressed = number('pressureSlope') * Math.log(treatment.pressure ?? 1)
  const stretched = number('stretchSlope') * ((treatment.stretch ?? 1) - 1)
  return shareOf(logOdds(number(DEVICES[treatment.device].penetration)) + pressed + stretched)
}

export function needleDiameterMm(treatment: NeedlingTreatment, draw: DoseDraw): number {
  return treatment.needleDiameterMm ?? numbersOf(draw)(DEVICES[treatment.device].diameter)
}

/** A roller's and a stamp's needles taper over their whole length, a pen's only at the tip, however far it is set. */
export function taperMm(treatment: NeedlingTreatment, draw: DoseDraw): number {
  return treatment.device === 'pen' ? numbersOf(draw)('penTaper') : treatment.needleMm
}
