import type { CascadeCourse, CascadeTreatment } from '../cascade/solve-course.ts'
import type { NeedlingDevice, NeedlingTreatment } from '../dose/device.ts'
import type { Site } from '../dose/site.ts'
import type { Reading } from '../evidence/reading.ts'
import type { Random } from '../random.ts'
import type { KineticScenario } from './kinetic-row.ts'

/** A scenario without blanks: one person, one plan. */
export interface SettledScenario extends CascadeCourse {
  readonly site: Site
  readonly treatments: readonly (CascadeTreatment & NeedlingTreatment)[]
}

/** What is taken where a source printed nothing: the settings of published series (settings.csv), each as likely as the next. */
export const USUAL: {
  readonly ageYears: Reading
  readonly phototype: Reading
  readonly intervalDays: Reading
  readonly plateletFactor: Reading
  readonly prpDelayMinutes: Reading
  readonly devices: readonly NeedlingDevice[]
  readonly needleMm: Readonly<Record<NeedlingDevice, Reading>>
  readonly passes: Readonly<Record<NeedlingDevice, Reading>>
} = {
  ageYears: range(22, 55),
  phototype: range(2, 5),
  intervalDays: range(21, 35),
  plateletFactor: range(4, 9),
  prpDelayMinutes: range(0, 5),
  devices: ['roller', 'pen'],
  needleMm: { roller: range(0.5, 1.5), pen: range(0.5, 2), stamp: range(0.5, 1.5) },
  passes: { roller: range(4, 10), pen: range(2, 6), stamp: range(1, 3) },
}

function range(low: number, high: number): Reading {
  return { low, high, isTotal: false }
}

/** Fills every blank of a scenario, and takes one value of every range. */
export function settleScenario(scenario: KineticScenario, random: Random): SettledScenario {
  const from = ({ low, high }: Reading) => (low === high ? low : low + (high - low) * random.uniform())
  const whole = (reading: Reading) => Math.round(from(reading))
  const device = scenario.device ?? USUAL.devices[random.integer(USUAL.devices.length)]!
  const needleMm = from(scenario.needleMm ?? USUAL.needleMm[device])
  const passes = whole(scenario.passes ?? USUAL.passes[device])
  const count = whole(scenario.treatments ?? range(1, 1))
  const intervalDays = from(scenario.intervalDays ?? USUAL.intervalDays)
  const occlusionHours = scenario.occlusionHours ? from(scenario.occlusionHours) : 0
  const prp = scenario.prp
    ? { delayMinutes: from(USUAL.prpDelayMinutes), plateletFactor: from(USUAL.plateletFactor) }
    : undefined
  return {
    ageYears: from(scenario.ageYears ?? USUAL.ageYears),
    phototype: whole(scenario.phototype ?? USUAL.phototype),
    site: scenario.site ?? 'face',
    treatments: Array.from({ length: count }, (_, k) => ({
      day: k * intervalDays,
      device,
      needleMm,
      passes,
      occlusionHours,
      ...(prp ? { prp } : {}),
    })),
  }
}
