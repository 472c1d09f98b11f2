import type { LocalDate } from '../local-date.ts'
import { type ApplicationIdentifier, findIdentifier, identifierAtStart, isGs1Text } from './application-identifiers.ts'
import { gs1CheckDigit } from './check-digit.ts'
import { dayFrom, fullYear } from './short-date.ts'
import { type Fault, fault, type ReadingOptions } from './udi.ts'

/** One application identifier and its data, as they stand in the carrier. */
export interface Gs1Element {
  ai: string
  value: string
}

export const groupSeparator = '\u001d'
/** How programs show a separator: its control picture, and the sign that has its place in the PC character set. */
const shownSeparators = /[\u241d\u2194]/g
/** The symbologies that carry GS1 data announce it: DataMatrix, Code 128, QR, DataBar, DotCode. */
const gs1Symbology = /^\](d2|C1|Q3|e0|J1)/
/** What makes a pack the pack it is. When one of these is missing, it may be hidden in the text before it. */
const identifying = ['01', '10', '11', '17', '21', '91']
const unitNumbers = ['21', '91']

/**
 * The elements of a GS1 element string, in their order: a raw scan (`]d2`, group separators) or the human-readable form with
 * parentheses or braces. All of it must be understood, or it is refused; only its last open-ended value can be cut unnoticed.
 */
export function parseGs1(text: string, options: ReadingOptions): { elements: Gs1Element[] } | Fault {
  const clean = withSeparators(text)
  if (/^[({]/.test(clean.trimStart())) return parseHumanReadable(clean, options.todayOn)
  let at = gs1Symbology.exec(clean)?.[0].length ?? 0
  if (clean[at] === groupSeparator) at += 1
  if (at === clean.length) return fault('EmptyCarrier', {}, 0)
  return parseRaw(clean, at, options)
}

/** The text with its separators as they are, however a program showed them. */
export function withSeparators(text: string): string {
  return text.replace(shownSeparators, groupSeparator)
}

function parseRaw(text: string, start: number, options: ReadingOptions): { elements: Gs1Element[] } | Fault {
  const elements: Gs1Element[] = []
  let at = start
  while (at < text.length) {
    const identifier = identifierAtStart(text.slice(at))
    if (!identifier) return unknownAt(text, at)
    const from = at + identifier.ai.length
    const separatorAt = text.indexOf(groupSeparator, from)
    const segmentEnd = separatorAt === -1 ? text.length : separatorAt
    const to = identifier.endsByItself ? Math.min(from + identifier.longest, segmentEnd) : segmentEnd
    const value = text.slice(from, to)
    const wrong = checkElement(identifier, value, elements, from, options.todayOn)
    if (wrong) return wrong
    elements.push({ ai: identifier.ai, value })
    at = to
    if (text[at] !== groupSeparator) continue
    at += 1
    // Something was to follow.
    if (at === text.length) return fault('CarrierCut', { identifier: '', found: 0, shortest: 1 }, at)
  }
  if (options.separators === 'kept') return { elements }
  return findLostSeparator(elements, text.length, options) ?? { elements }
}

function parseHumanReadable(text: string, todayOn: LocalDate): { elements: Gs1Element[] } | Fault {
  const elements: Gs1Element[] = []
  let at = text.length - text.trimStart().length
  while (at < text.length) {
    const opened = /^(?:\((\d{2,4})\)|\{(\d{2,4})\})/.exec(text.slice(at))
    if (!opened) return fault('BytesLeftOver', { rest: text.slice(at) }, at)
    const ai = (opened[1] ?? opened[2])!
    const identifier = findIdentifier(ai)
    if (!identifier) return fault('UnknownIdentifier', { found: ai }, at)
    const from = at + opened[0].length
    const next = text.slice(from).search(/[({]/)
    const to = next === -1 ? text.length : from + next
    const value = text.slice(from, to).trim()
    if (/[)}]/.test(value)) return fault('BytesLeftOver', { rest: text.slice(from) }, from)
    const wrong = checkElement(identifier, value, elements, from, todayOn)
    if (wrong) return wrong
    elements.push({ ai, value })
    at = to
  }
  return { elements }
}

function checkElement(
  { ai, data, shortest, longest, checked }: ApplicationIdentifier,
  value: string,
  before: readonly Gs1Element[],
  from: number,
  todayOn: LocalDate,
): Fault | undefined {
  if (value.length < shortest)
    return fault('CarrierCut', { identifier: ai, found: value.length, shortest }, from + value.length)
  if (value.length > longest) return fault('TooLong', { identifier: ai, found: value.length, longest }, from + longest)
  const strange = [...value].findIndex((character) => (data === 'text' ? !isGs1Text(character) : !/\d/.test(character)))
  if (strange !== -1) return fault('BadCharacter', { identifier: ai, character: value[strange]! }, from + strange)
  if (checked) {
    const expected = gs1CheckDigit(value.slice(0, -1))
    const found = value.slice(-1)
    if (found !== expected) return fault('WrongCheckDigit', { identifier: ai, found, expected }, from)
  }
  if ((data === 'date' || data === 'dateTime') && gs1Date(value, todayOn) === undefined)
    return fault('ImpossibleDate', { identifier: ai, value }, from)
  if (before.some((element) => element.ai === ai)) return fault('RepeatedIdentifier', { identifier: ai }, from)
  return undefined
}

/** The day of a YYMMDD or YYMMDDhhmm; day 00 is the month's last. */
export function gs1Date(value: string, todayOn: LocalDate): LocalDate | undefined {
  const time = value.slice(6)
  if (time !== '' && !/^([01]\d|2[0-3])[0-5]\d$/.test(time)) return undefined
  return dayFrom(fullYear(value.slice(0, 2), todayOn), value.slice(2, 4), value.slice(4, 6))
}

function unknownAt(text: string, at: number): Fault {
  const rest = text.slice(at)
  return /^\d{2,4}/.test(rest) && rest.length > 2
    ? fault('UnknownIdentifier', { found: rest.slice(0, 4) }, at)
    : fault('BytesLeftOver', { rest }, at)
}

/** An open-ended value in which a missing identifying element, complete and sound, may be hidden. */
function findLostSeparator(elements: readonly Gs1Element[], at: number, options: ReadingOptions): Fault | undefined {
  const present = elements.map(({ ai }) => ai)
  const hasUnit = present.some((ai) => unitNumbers.includes(ai))
  const missing = identifying.filter((ai) => !present.includes(ai) && !(hasUnit && unitNumbers.includes(ai)))
  for (const { ai, value } of elements) {
    if (findIdentifier(ai)!.endsByItself) continue
    for (let cut = 1; cut < value.length; cut++) {
      const tail = value.slice(cut)
      const hides = missing.find((identifier) => tail.startsWith(identifier))
      if (!hides || 'refusal' in parseRaw(tail, 0, { ...options, separators: 'kept' })) continue
      return fault('SeparatorLost', { identifier: ai, hides }, at - tail.length)
    }
  }
  return undefined
}
