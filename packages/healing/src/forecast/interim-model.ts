// Stands in for `cascade/` until the calibrated model is there: the prototype's equations and parameters (healing model,
// sections 2 and 3), with independent scatter. To be deleted.

import { makeKernel } from '../equations/kernel.ts'
import { PROTOTYPE_CODE } from '../generated/prototype-kernel.ts'
import type { Random } from '../random.ts'
import { makeIntegrator } from '../solver/integrate.ts'
import type { Course, CourseTreatment } from './course.ts'

/** Median and log-sd. */
const SCATTER = {
  kP: [36, 0.5],
  occP: [0.2, 0.7],
  kB: [0.855, 0.05],
  occB: [0.7, 0.3],
  bAge: [1.61, 0.18],
  thB: [0.2315, 0.06],
  tW: [10, 0.25],
  wExp: [0.65, 0.3],
  kD: [1.264, 0.36],
  kDM: [0.6255, 0.4],
  pC: [20.27, 0.3],
  gI: [0.34, 0.3],
  dC: [6.41, 0.24],
  kC2: [0.5, 0.5],
  sN: [2.75, 0.21],
  muN: [0.685, 0.2],
  keN: [0.263, 0.4],
  sM: [3.05, 0.21],
  wN: [0.1545, 0.5],
  mu1: [0.617, 0.3],
  k12: [0.71, 0.21],
  mu2: [1.034, 0.22],
  gD: [1.25, 0.5],
  gM1: [0.17, 0.5],
  gF: [0.046, 0.2],
  dG: [0.818, 0.3],
  KG: [1.316, 0.2],
  kRel: [8, 0.4],
  kLoss: [2, 0.5],
  aPRP: [34, 1],
  pImm: [0.316, 0.2],
  aF: [0.88, 0.2],
  muF: [0.095, 0.2],
  Fm: [3, 0.3],
  aV: [0.4, 0.4],
  muV: [0.1, 0.4],
  aK: [6.03, 0.22],
  dK: [0.72, 0.2],
  k3: [0.048, 0.3],
  Kc: [1.127, 0.4],
  kmat: [0.00142, 0.23],
  kdeg: [0.00934, 0.4],
  k1: [0.0001265, 0.15],
  kS: [0.004, 0.6],
  kFib: [0.002, 0.6],
  Cf: [2.5, 0.3],
  kT: [0.05, 0.4],
  muT: [0.03, 0.4],
  kMe: [0.1, 0.4],
  muMe: [0.02, 0.4],
  us: [3, 0.4],
  kH: [50, 0.3],
  eC: [1, 0.4],
  eV: [0.05, 0.5],
  thE: [0.3, 0.5],
  depth: [1, 0.35],
} as const satisfies Record<string, readonly [number, number]>
export type InterimDraw = Record<keyof typeof SCATTER, number>

export function drawInterim(random: Random): InterimDraw {
  return Object.fromEntries(
    Object.entries(SCATTER).map(([name, [median, sd]]) => [name, median * Math.exp(sd * random.normal())]),
  ) as InterimDraw
}

export interface InterimDose {
  dose: number
  holesPerCm2: number
  depthMm: number
  bleeding: number
  longerThanSkin: boolean
}

export function interimDose(treatment: CourseTreatment, draw: InterimDraw): InterimDose {
  const { device, needleMm, passes, pressure = 1 } = treatment
  const holesPerCm2 = 16.3 * passes
  const a = (device === 'roller' ? 0 : 1.4) + 0.7 * Math.log(pressure)
  const f = 1 / (1 + Math.exp(-(a + 2 * Math.log(draw.depth))))
  const injured = (z: number, n: number, share: number) => {
    const d = 0.1 * share ** 0.42
    const zi = Math.max(0, z - 0.1)
    if (zi === 0) return 0
    const dm = (d * zi) / z
    const volume = (zi / 3) * (1 - (Math.max(0, zi - 1) / zi) ** 3)
    return (
      1 - Math.exp(-n * Math.PI * ((1.5 * dm) / 20) ** 2 * volume) + 0.02 * (1 - Math.exp(-n * Math.PI * (d / 20) ** 2))
    )
  }
  const z = f * needleMm
  const u = injured(z, holesPerCm2, f) / injured(0.75, 163, 0.5)
  const dm = (0.1 * f ** 0.42 * Math.max(0, z - 0.1)) / z
  const pcap = 1 - Math.exp((-60 * Math.PI * (dm / 2 + 0.005) ** 2 * Math.max(0, z - 0.15)) / 0.1)
  return {
    dose: (u * (1 + 1 / draw.us)) / (1 + u / draw.us),
    holesPerCm2,
    depthMm: z,
    bleeding: 1 - Math.exp((-holesPerCm2 * pcap) / 20),
    longerThanSkin: z > 1.1,
  }
}

const kernel = makeKernel(PROTOTYPE_CODE)
const integrator = makeIntegrator(kernel.size)
export const INTERIM_STATES = kernel.states

/** Row-major states on `days`. */
export function solveInterim(
  course: Course,
  doses: readonly number[],
  p: InterimDraw,
  days: readonly number[],
): Float64Array {
  const own: Record<string, number> = {
    ...p,
    gI: Math.min(0.9, p.gI),
    gF: Math.min(p.gF, (0.85 * p.KG * p.muF) / p.aF),
    age: course.ageYears,
    holeRadiusUm: 75,
    phototype: course.phototype,
    smoking: course.smoker ? 0.9 : 1,
    wP: 1,
    wB: 1,
  }
  kernel.setParameters(kernel.parameters.map((name) => own[name]!))
  const full = new Float64Array(kernel.states.length)
  const initial = new Float64Array(kernel.size)
  kernel.rest(full)
  kernel.begin(0, full, initial)
  const to = days.at(-1)!
  const jump = (at: number, name: string, ...values: number[]) => ({
    at,
    apply: (y: Float64Array) => kernel.applyEvent(name, at, values, y),
  })
  const events = course.treatments.flatMap(({ day, occlusionHours = 0, prp }, k) => {
    const list = [
      jump(day, 'treatment', doses[k]!),
      jump(day, 'occlusion', occlusionHours > 0 ? p.occP : 1, occlusionHours > 0 ? p.occB : 1),
    ]
    if (occlusionHours > 0) list.push(jump(day + occlusionHours / 24, 'occlusion', 1, 1))
    const x = (prp?.plateletFactor ?? 0) / 6
    if (prp) list.push(jump(day + prp.delayMinutes / 1440, 'prp', (2 * p.aPRP * x) / (1 + x * x) / 30))
    return list
  })
  const size = kernel.states.length
  const states = new Float64Array(days.length * size)
  integrator.integrate(kernel, {
    from: 0,
    to,
    initial,
    tolerance: { relative: 1e-4, absolute: 1e-7 },
    events: events.filter(({ at }) => at <= to),
    at: days,
    report: (row, t, y) => kernel.fullState(t, y, states.subarray(row * size, (row + 1) * size)),
  })
  return states
}
