import type { Random } from '../random.ts'
import { DEVICES, type NeedlingTreatment } from './device.ts'
import type { HoleList } from './hole-list.ts'
import { tracksOf } from './track.ts'

type Area = { readonly widthMm: number; readonly heightMm: number }
type Pass = { readonly directionDegrees: number; readonly holesPerCm2: number }
/** A needle of a tool, from its middle, mm. */
type Needle = { readonly alongMm: number; readonly acrossMm: number }

/** Lays the holes of one pass over the area. */
export type Pattern = (pass: Pass, holes: HoleList) => void

/** A drum of 192 needles is 20 mm wide and has 8 rows (V-21). */
const ROLLER = { needles: 192, rows: 8, widthMm: 20 }
/** How far a needle stands from its place on the tool, standard deviation; assumed. */
const MOUNT_MM = 0.05
/** How much the drum slips on the skin, share of its way, standard deviation; assumed. */
const SLIP = 0.01
/** Width of a pen's tip, and the share of its strokes in which a needle enters; assumed. */
const PEN = { widthMm: 4.5, enters: 0.7 }
/** Of where a stamp is set down, mm and degrees, standard deviations; assumed. */
const STAMP = { asideMm: 1, turnDegrees: 8 }
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

/** The tool of a treatment, with the needles that it has for the whole treatment. */
export function patternOf(treatment: NeedlingTreatment, area: Area, random: Random): Pattern {
  const needles = treatment.needles ?? DEVICES[treatment.device].needles
  if (treatment.device === 'roller') return rollerPattern(needles, area, random)
  return treatment.device === 'pen' ? penPattern(needles, area, random) : stampPattern(needles, area, random)
}

/** Rows round a drum, every second one set back by half a step; each stroke begins at a random turn of the drum. */
function rollerPattern(needles: number, area: Area, random: Random): Pattern {
  const rows = Math.max(1, Math.round(ROLLER.rows * Math.sqrt(needles / ROLLER.needles)))
  const widthMm = (ROLLER.widthMm * rows) / ROLLER.rows
  const drum = Array.from({ length: needles }, (_, at) => ({
    /** Share of a turn. */
    turn: (Math.floor(at / rows) + ((at % rows) % 2) / 2) / (needles / rows),
    acrossMm: ((at % rows) + 0.5 - rows / 2) * (widthMm / rows) + MOUNT_MM * random.normal(),
    mountMm: MOUNT_MM * random.normal(),
  }))
  return ({ directionDegrees, holesPerCm2 }, holes) => {
    const roundMm = needles / ((holesPerCm2 / 100) * widthMm)
    for (const track of tracksOf(random, area, directionDegrees, widthMm)) {
      const turnMm = roundMm * (1 + SLIP * random.normal())
      const startMm = track.fromMm - turnMm * random.uniform()
      for (const { turn, acrossMm, mountMm } of drum) {
        for (let along = startMm + turn * turnMm + mountMm; along < track.toMm; along += turnMm) {
          const { xMm, yMm } = track.place(along, acrossMm)
          holes.push(xMm, yMm)
        }
      }
    }
  }
}

/** A round tip that goes in and out while the hand moves on. */
function penPattern(needles: number, area: Area, random: Random): Pattern {
  const tip = Array.from({ length: needles }, (_, at): Needle => {
    const radius = (PEN.widthMm / 2) * Math.sqrt((at + 0.5) / needles)
    return { alongMm: radius * Math.cos(at * GOLDEN_ANGLE), acrossMm: radius * Math.sin(at * GOLDEN_ANGLE) }
  })
  return ({ directionDegrees, holesPerCm2 }, holes) => {
    const strokeMm = (PEN.enters * needles) / ((holesPerCm2 / 100) * PEN.widthMm)
    for (const track of tracksOf(random, area, directionDegrees, PEN.widthMm)) {
      for (let along = track.fromMm + strokeMm * random.uniform(); along < track.toMm; along += strokeMm) {
        for (const { alongMm, acrossMm } of tip) {
          if (random.uniform() > PEN.enters) continue
          const { xMm, yMm } = track.place(along + alongMm, acrossMm)
          holes.push(xMm, yMm)
        }
      }
    }
  }
}

/** A square block of needles, pressed side by side. */
function stampPattern(needles: number, area: Area, random: Random): Pattern {
  // Even but in no rows: the R2 sequence.
  const block = Array.from({ length: needles }, (_, at) => ({
    along: ((at + 0.5) * 0.7548776662466927) % 1,
    across: ((at + 0.5) * 0.5698402909980532) % 1,
  }))
  return ({ directionDegrees, holesPerCm2 }, holes) => {
    const sideMm = Math.sqrt(needles / (holesPerCm2 / 100))
    for (const track of tracksOf(random, area, directionDegrees, sideMm)) {
      for (let press = track.fromMm + sideMm * random.uniform(); press < track.toMm; press += sideMm) {
        const turn = (STAMP.turnDegrees * random.normal() * Math.PI) / 180
        const shiftMm = STAMP.asideMm * random.normal()
        for (const needle of block) {
          const along = (needle.along - 0.5) * sideMm
          const across = (needle.across - 0.5) * sideMm
          const { xMm, yMm } = track.place(
            press + shiftMm + along * Math.cos(turn) - across * Math.sin(turn),
            along * Math.sin(turn) + across * Math.cos(turn),
          )
          holes.push(xMm, yMm)
        }
      }
    }
  }
}
