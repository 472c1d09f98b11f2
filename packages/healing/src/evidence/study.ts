import type { CsvRow } from './csv.ts'
import { readNumber } from './reading.ts'

/** What tells one study from another. Two tables may spell a study differently, or print its number only in one. */
export interface Study {
  readonly name: string
  readonly year: number | undefined
  /** DOI, PMID, PMC and registry numbers that stand anywhere in the name or the doi column, in small letters. */
  readonly numbers: readonly string[]
}

/** The study of a row with the columns study, year, doi. */
export function studyOf(row: CsvRow): Study {
  const text = `${row.doi ?? ''} ${row.study ?? ''}`.toLowerCase()
  const numbers = [
    ...text.matchAll(/10\.\d{4,9}\/[^\s"'<>,;()]+/g),
    ...text.matchAll(/pmid[:=\s]*(\d{5,9})/g),
    ...text.matchAll(/pmc\d{5,9}/g),
    ...text.matchAll(/nct\d{8}/g),
  ].map((match) => (match[1] ? `pmid:${match[1]}` : match[0].replace(/[.]+$/, '')))
  return { name: nameOf(row.study ?? ''), year: readNumber(row.year)?.low, numbers: [...new Set(numbers)] }
}

/** Letters and digits only; what stands in brackets often differs between two tables. */
function nameOf(text: string): string {
  const bare = text.toLowerCase().replace(/\([^)]*\)/g, ' ')
  const kept = bare.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return kept || text.toLowerCase().trim()
}

/**
 * Whether two rows come from the same people. Where it cannot be known (one prints no number), the same name in the same
 * year, or with a year missing, counts as the same: leaving one study too many out costs width, keeping it would be cheating.
 */
export function isSameStudy(one: Study, other: Study): boolean {
  if (one.numbers.some((number) => other.numbers.includes(number))) return true
  const areBothNumbered = one.numbers.length > 0 && other.numbers.length > 0 && kindsMeet(one, other)
  if (areBothNumbered || one.name === '' || one.name !== other.name) return false
  return one.year === undefined || other.year === undefined || one.year === other.year
}

/** A DOI and a PMID may be one paper; two DOIs, or two PMIDs, are not. */
function kindsMeet(one: Study, other: Study): boolean {
  const kind = (number: string) => number.slice(0, 3)
  return one.numbers.some((a) => other.numbers.some((b) => kind(a) === kind(b)))
}
