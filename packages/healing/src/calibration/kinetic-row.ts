import type { NeedlingDevice } from '../dose/device.ts'
import { isSite, type Site } from '../dose/site.ts'
import { type CsvRow, parseCsv } from '../evidence/csv.ts'
import { prpAnswer } from '../evidence/prp-cell.ts'
import { middleOf, type Reading, readNumber } from '../evidence/reading.ts'

/** One line of a table in the format of `evidence/kinetics-targets.csv`. What was not printed is absent: it is integrated over. */
export interface KineticRow {
  readonly id: string
  readonly quantity: string
  readonly unit: string
  readonly scenario: KineticScenario
  readonly observed?: number
  readonly low?: number
  readonly high?: number
  readonly bound: '=' | '<' | '>'
}

export interface KineticScenario {
  readonly ageYears?: Reading
  readonly phototype?: Reading
  readonly site?: Site
  readonly device?: NeedlingDevice
  readonly needleMm?: Reading
  readonly passes?: Reading
  readonly treatments?: Reading
  readonly intervalDays?: Reading
  readonly prp?: boolean
  readonly occlusionHours?: Reading
  /** After the last treatment. */
  readonly atHours?: number
  readonly atHours2?: number
}

const KINETIC_COLUMNS = ['id', 'quantity', 'at_hours', 'observed', 'low', 'high', 'bound'] as const

/** Reads such a table. Throws CsvFault when it cannot be read. */
export const parseKineticRows = (csv: string): KineticRow[] => parseCsv(csv, KINETIC_COLUMNS).map(rowOf)

const rowOf = (cells: CsvRow): KineticRow => ({
  id: cells.id ?? '',
  quantity: (cells.quantity ?? '')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-'),
  unit: cells.unit ?? '',
  scenario: withoutAbsent({
    ageYears: readNumber(cells.age_years),
    phototype: phototypeOf(cells.phototype),
    site: siteOf(cells.site),
    device: deviceOf(cells.device),
    needleMm: readNumber(cells.needle_mm),
    passes: readNumber(cells.passes),
    treatments: readNumber(cells.treatments),
    intervalDays: readNumber(cells.interval_days),
    prp: prpAnswer(cells.prp),
    occlusionHours: readNumber(cells.occlusion_hours),
    atHours: numberOf(cells.at_hours),
    atHours2: numberOf(cells.at_hours_2),
  }),
  ...withoutAbsent({ observed: numberOf(cells.observed), low: numberOf(cells.low), high: numberOf(cells.high) }),
  bound: boundOf(cells.bound),
})

const numberOf = (cell = ''): number | undefined => {
  const read = readNumber(cell)
  return read && middleOf(read)
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI']

const phototypeOf = (cell = ''): Reading | undefined => {
  const found = cell.toUpperCase().match(/[1-6]|\b(?:IV|VI{0,1}|I{1,3})\b/g)
  if (!found) return
  const types = found.map((text) => (/\d/.test(text) ? Number(text) : ROMAN.indexOf(text) + 1))
  return { low: Math.min(...types), high: Math.max(...types), isTotal: false }
}

/** `Cheek`, `volar forearm`, `upper_arm`, `thighs`: a site's own name, else the last word that is one. */
const siteOf = (cell = ''): Site | undefined => {
  const words = cell.toLowerCase().match(/\p{L}+/gu) ?? []
  const joined = words.map((word, at) => (at ? word[0]!.toUpperCase() + word.slice(1) : word)).join('')
  const names = words.flatMap((word) => [word, word.replace(/s$/, '')])
  return isSite(joined) ? joined : names.findLast(isSite)
}

const deviceOf = (cell = ''): NeedlingDevice | undefined => {
  if (/roller/i.test(cell)) return 'roller'
  if (/pen\b|dermapen|skinpen|automated|motor|electric/i.test(cell)) return 'pen'
  return /stamp|array|patch/i.test(cell) ? 'stamp' : undefined
}

const boundOf = (cell = ''): KineticRow['bound'] => {
  if (/^\s*[<≤]/.test(cell)) return '<'
  return /^\s*[>≥]/.test(cell) ? '>' : '='
}

function withoutAbsent<T extends object>(record: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>
  }
}
