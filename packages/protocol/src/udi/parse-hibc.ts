import type { LocalDate } from '../local-date.ts'
import { hibcCheckCharacter, strangerAt } from './mod-43.ts'
import { dayFrom, dayOfYear, fullYear } from './short-date.ts'
import { type Fault, fault, type ReadingOptions, type Udi } from './udi.ts'

/** '+', labeler (a letter and three), product (1 to 18), unit of measure. */
const primary = /^\+([A-Z][0-9A-Z]{3})([0-9A-Z]{1,18})([0-9])$/
const number = /^[0-9A-Z.\- %]{1,18}$/
type Part = Partial<Pick<Udi, 'lot' | 'serial' | 'expiresOn' | 'producedOn' | 'quantity'>>

/**
 * A HIBC supplier carrier: the primary alone, or the primary and what follows it behind '/' (ANSI/HIBC 2.6, section 2). A
 * secondary that stands in a symbol of its own says of no device, and is refused.
 */
export function parseHibc(text: string, { todayOn }: ReadingOptions): { udi: Udi } | Fault {
  const carrier = text.replace(/^\*(.*)\*$/s, '$1')
  const strange = strangerAt(carrier)
  if (strange !== -1) return fault('BadCharacter', { identifier: '+', character: carrier[strange]! }, strange)
  const body = carrier.slice(0, -1)
  const [first = '', ...rest] = body.split('/')
  const named = primary.exec(first)
  if (!named) {
    const cut = first.length < 7 && /^\+[0-9A-Z]*$/.test(first)
    if (cut) return fault('CarrierCut', { identifier: '+', found: first.length, shortest: 7 }, first.length)
    return fault('NoDeviceIdentifier', {}, 0)
  }
  const udi: Udi = { carrier: 'hibc', deviceIdentifier: first.slice(1) }
  let at = first.length + 1
  for (const segment of rest) {
    const part = readSegment(segment, at, todayOn)
    if ('refusal' in part) return part
    const twice = Object.keys(part).find((key) => udi[key as keyof Part] !== undefined)
    if (twice) return fault('RepeatedIdentifier', { identifier: twice }, at)
    Object.assign(udi, part)
    at += segment.length + 1
  }
  const found = carrier.slice(-1)
  const expected = hibcCheckCharacter(body)
  if (found !== expected) return fault('WrongCheckCharacter', { found, expected, read: udi }, body.length)
  return { udi }
}

function readSegment(segment: string, at: number, todayOn: LocalDate): Part | Fault {
  const [, flag = '', rest = ''] = /^(\$\$\+|\$\$|\$\+|\$|14D|16D|S|Q|(?=\d{5}))(.*)$/s.exec(segment) ?? []
  if (flag === '' && rest === '') return fault('UnknownIdentifier', { found: segment.slice(0, 4) }, at)
  const from = at + flag.length
  switch (flag) {
    case '14D':
    case '16D': {
      const day = /^\d{8}$/.test(rest) && dayFrom(Number(rest.slice(0, 4)), rest.slice(4, 6), rest.slice(6))
      if (!day) return fault('ImpossibleDate', { identifier: flag, value: rest }, from)
      return flag === '14D' ? { expiresOn: day } : { producedOn: day }
    }
    case 'Q':
      if (!/^\d{1,5}$/.test(rest)) return fault('BadCharacter', { identifier: 'Q', character: rest }, from)
      return { quantity: Number(rest) }
    case 'S':
    case '$+':
      return readNumber('serial', flag, rest, from)
    case '$':
      return readNumber('lot', flag, rest, from)
    case '':
      return readDated('lot', `5${rest}`, from - 1, todayOn)
    default:
      return readDated(flag === '$$+' ? 'serial' : 'lot', rest, from, todayOn)
  }
}

function readNumber(of: 'lot' | 'serial', flag: string, value: string, at: number): Part | Fault {
  if (value === '') return fault('CarrierCut', { identifier: flag, found: 0, shortest: 1 }, at)
  if (value.length > 18) return fault('TooLong', { identifier: flag, found: value.length, longest: 18 }, at + 18)
  if (!number.test(value)) return fault('BadCharacter', { identifier: flag, character: value }, at)
  return { [of]: value }
}

/** The date's shape by its first digit: digits taken, and the day that they say. */
const dates: Readonly<
  Record<string, { digits: number; day: (d: string, todayOn: LocalDate) => LocalDate | undefined }>
> = {
  2: { digits: 6, day: (d, on) => dayFrom(fullYear(d.slice(4, 6), on), d.slice(0, 2), d.slice(2, 4)) },
  3: { digits: 6, day: yearMonthDay },
  4: { digits: 8, day: (d, on) => (Number(d.slice(6)) < 24 ? yearMonthDay(d, on) : undefined) },
  5: { digits: 5, day: yearDay },
  6: { digits: 7, day: (d, on) => (Number(d.slice(5)) < 24 ? yearDay(d, on) : undefined) },
}

function yearMonthDay(d: string, todayOn: LocalDate): LocalDate | undefined {
  return dayFrom(fullYear(d.slice(0, 2), todayOn), d.slice(2, 4), d.slice(4, 6))
}

function yearDay(d: string, todayOn: LocalDate): LocalDate | undefined {
  return dayOfYear(fullYear(d.slice(0, 2), todayOn), Number(d.slice(2, 5)))
}

/** A quantity (8: two digits, 9: five), then a date of announced shape, then the lot or the serial. Each may be absent. */
function readDated(of: 'lot' | 'serial', text: string, at: number, todayOn: LocalDate): Part | Fault {
  const part: Part = {}
  let rest = text
  const counted = /^(?:8(\d{2})|9(\d{5}))/.exec(rest)
  if (counted) {
    part.quantity = Number(counted[1] ?? counted[2])
    rest = rest.slice(counted[0].length)
  }
  const shape = rest[0] ?? ''
  if (shape === '7') rest = rest.slice(1)
  else if (shape === '0' || shape === '1') {
    const digits = rest.slice(0, 4)
    const day = /^\d{4}$/.test(digits) && dayFrom(fullYear(digits.slice(2), todayOn), digits.slice(0, 2), '00')
    if (!day) return fault('ImpossibleDate', { identifier: '$$', value: digits }, at)
    part.expiresOn = day
    rest = rest.slice(4)
  } else if (dates[shape]) {
    const { digits, day: read } = dates[shape]
    const value = rest.slice(1, 1 + digits)
    const day = value.length === digits && /^\d+$/.test(value) ? read(value, todayOn) : undefined
    if (!day) return fault('ImpossibleDate', { identifier: `$$${shape}`, value }, at)
    part.expiresOn = day
    rest = rest.slice(1 + digits)
  } else if (rest !== '') return fault('UnknownIdentifier', { found: `$$${shape}` }, at)
  if (rest === '') return Object.keys(part).length > 0 ? part : readNumber(of, '$$', rest, at)
  const named = readNumber(of, '$$', rest, at + text.length - rest.length)
  return 'refusal' in named ? named : { ...part, ...named }
}
