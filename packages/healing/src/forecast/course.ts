import { NEEDLING_DEVICES, type NeedlingDevice } from '../dose/device.ts'
import { type Site, sites } from '../dose/site.ts'
import { type CourseFault, CourseReader } from './course-reader.ts'

export const COURSE_INDICATIONS = [
  'wrinkles',
  'texture',
  'acne-scars',
  'surgical-scars',
  'burn-scars',
  'mixed-scars',
  'pores',
  'stretch-marks',
  'hyperpigmentation',
] as const
export type CourseIndication = (typeof COURSE_INDICATIONS)[number]

/** The names that the evidence tables use. */
export const INDICATION_ALIASES: Readonly<Record<string, CourseIndication>> = {
  acne_scar: 'acne-scars',
  striae: 'stretch-marks',
  melasma: 'hyperpigmentation',
  wrinkles_photoageing: 'wrinkles',
  texture_laxity: 'texture',
  surgical_scar: 'surgical-scars',
  burn_scar: 'burn-scars',
  mixed_scar: 'mixed-scars',
}

export const PHOTOTYPES = [1, 2, 3, 4, 5, 6] as const
export type Phototype = (typeof PHOTOTYPES)[number]

/** Platelet-rich plasma, spread on the needled skin. */
export interface CoursePrp {
  /** From the end of needling to the application, in minutes. */
  readonly delayMinutes: number
  /** Platelets of the plasma over platelets of the blood; 0 = no platelets. */
  readonly plateletFactor: number
}

export interface CourseTreatment {
  /** Day of the course, from its day 0; fractions are hours. */
  readonly day: number
  readonly device: NeedlingDevice
  /** Length as set or printed on the device, in mm. Length is not depth. */
  readonly needleMm: number
  /** Back and forth is one pass. */
  readonly passes: number
  /** 1 = the usual hand. */
  readonly pressure?: number
  /** How long an occlusive film or ointment stays on, in hours. */
  readonly occlusionHours?: number
  readonly prp?: CoursePrp
}

/** A planned or lived series of treatments of one person at one site. No treatment at all is a legal course: no injury. */
export interface Course {
  readonly ageYears: number
  readonly phototype: Phototype
  readonly site: Site
  readonly indication: CourseIndication
  readonly smoker?: boolean
  /** In the order of their days. */
  readonly treatments: readonly CourseTreatment[]
}

/** The widest numbers that a course may hold. Wider than any advice: the rules of the clinic are not these. */
export const COURSE_LIMITS = {
  ageYears: { low: 0, high: 120 },
  day: { low: 0, high: 3650 },
  needleMm: { low: 0.1, high: 3 },
  passes: { low: 1, high: 40 },
  pressure: { low: 0.25, high: 4 },
  occlusionHours: { low: 0, high: 168 },
  delayMinutes: { low: 0, high: 14_400 },
  plateletFactor: { low: 0, high: 20 },
  treatments: { low: 0, high: 60 },
} as const

/**
 * Reads a course from parsed JSON. Every fault is told at once, each with the path of its field; a name that the format
 * does not know is a fault too, because a misspelt `ocklusionHours` would be forgotten in silence.
 * Treatments may stand in any order: they are sorted by day, so that the order of the file never changes a forecast.
 */
export function parseCourse(
  input: unknown,
):
  | { readonly course: Course; readonly faults?: never }
  | { readonly course?: never; readonly faults: readonly CourseFault[] } {
  const reader = new CourseReader()
  const fields = ['ageYears', 'phototype', 'site', 'indication', 'smoker', 'treatments']
  const person = reader.record(input, '', fields)
  if (!person) return { faults: reader.faults }
  const course = {
    ageYears: reader.number(person, 'ageYears', COURSE_LIMITS.ageYears),
    phototype: reader.choice(person, 'phototype', PHOTOTYPES),
    site: reader.choice(person, 'site', sites),
    indication: reader.choice(person, 'indication', COURSE_INDICATIONS, INDICATION_ALIASES),
    smoker: reader.optional(person, 'smoker', (record, name) => reader.yesOrNo(record, name)),
    treatments: reader.list(person, 'treatments', COURSE_LIMITS.treatments, (item, path) =>
      readTreatment(reader, item, path),
    ),
  }
  if (reader.faults.length > 0) return { faults: reader.faults }
  // Every reader above has answered, or it would have left a fault.
  const read = withoutAbsent(course) as unknown as Course
  return { course: { ...read, treatments: [...read.treatments].sort(inTime) } }
}

function readTreatment(reader: CourseReader, item: unknown, path: string): unknown {
  const fields = ['day', 'device', 'needleMm', 'passes', 'pressure', 'occlusionHours', 'prp']
  const record = reader.record(item, path, fields)
  if (!record) return
  return withoutAbsent({
    day: reader.number(record, 'day', COURSE_LIMITS.day),
    device: reader.choice(record, 'device', NEEDLING_DEVICES),
    needleMm: reader.number(record, 'needleMm', COURSE_LIMITS.needleMm),
    passes: reader.number(record, 'passes', COURSE_LIMITS.passes),
    pressure: reader.optional(record, 'pressure', (from, name) => reader.number(from, name, COURSE_LIMITS.pressure)),
    occlusionHours: reader.optional(record, 'occlusionHours', (from, name) =>
      reader.number(from, name, COURSE_LIMITS.occlusionHours),
    ),
    prp: reader.optional(record, 'prp', (from, name) => readPrp(reader, from.fields[name], from.pathOf(name))),
  })
}

function readPrp(reader: CourseReader, item: unknown, path: string): unknown {
  const record = reader.record(item, path, ['delayMinutes', 'plateletFactor'])
  if (!record) return
  return {
    delayMinutes: reader.number(record, 'delayMinutes', COURSE_LIMITS.delayMinutes),
    plateletFactor: reader.number(record, 'plateletFactor', COURSE_LIMITS.plateletFactor),
  }
}

function withoutAbsent<T extends object>(record: T): Partial<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Partial<T>
}

/** By day; within a day by everything else, so that two files with the same treatments are the same course. */
function inTime(one: CourseTreatment, other: CourseTreatment): number {
  return one.day - other.day || compareTexts(JSON.stringify(keyOf(one)), JSON.stringify(keyOf(other)))
}

function keyOf({ device, needleMm, passes, pressure, occlusionHours, prp }: CourseTreatment): unknown[] {
  return [device, needleMm, passes, pressure, occlusionHours, prp?.delayMinutes, prp?.plateletFactor]
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
