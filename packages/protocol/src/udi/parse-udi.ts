import { type Gs1Element, groupSeparator, gs1Date, parseGs1, withSeparators } from './parse-gs1.ts'
import { parseHibc } from './parse-hibc.ts'
import { type Fault, fault, type ReadingOptions, type Udi, type UdiRefusal } from './udi.ts'

/** How a scanner announces the symbol that it read: ']' and two characters. */
const symbology = /^\][A-Za-z][0-9A-Za-z]/

/**
 * What a device's carrier says, scanned or copied from its label. It is understood to its last character or refused, with the
 * reason and the place.
 */
export function parseUdi(text: string, options: ReadingOptions): { udi: Udi } | UdiRefusal {
  const read = parseCarrier(text.trim(), options)
  return 'refusal' in read ? { ...read, length: text.trim().length } : read
}

function parseCarrier(text: string, options: ReadingOptions): { udi: Udi } | Fault {
  if (text === '') return fault('EmptyCarrier', {}, 0)
  const announced = symbology.exec(text)?.[0] ?? ''
  const data = text.slice(announced.length)
  if (/^\*?\+/.test(data)) return moved(parseHibc(data, options), announced.length)
  const shown = withSeparators(data)
  const bare = shown.startsWith(groupSeparator) ? shown.slice(1) : shown
  const isGs1 = announced === '' ? /^[({]?\d/.test(bare) : /^\](d2|C1|Q3|e0|J1)$/.test(announced)
  if (!isGs1) return fault('UnknownCarrier', { begins: text.slice(0, 4) }, 0)
  const parsed = parseGs1(text, options)
  return 'refusal' in parsed ? parsed : readElements(parsed.elements, options)
}

function moved(read: { udi: Udi } | Fault, by: number): { udi: Udi } | Fault {
  return 'refusal' in read ? { ...read, at: read.at + by } : read
}

function readElements(elements: readonly Gs1Element[], { todayOn }: ReadingOptions): { udi: Udi } | Fault {
  const dataOf = (ai: string) => elements.find((element) => element.ai === ai)?.value
  const deviceIdentifier = dataOf('01')
  if (deviceIdentifier === undefined) return fault('NoDeviceIdentifier', {}, 0)
  const expires = dataOf('17') ?? dataOf('7003')
  const produced = dataOf('11')
  const quantity = dataOf('30')
  const told = {
    lot: dataOf('10'),
    serial: dataOf('21'),
    expiresOn: expires && gs1Date(expires, todayOn),
    producedOn: produced && gs1Date(produced, todayOn),
    quantity: quantity === undefined ? undefined : Number(quantity),
    ownNumber: dataOf('91'),
  }
  const known = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))
  return { udi: { carrier: 'gs1', deviceIdentifier, ...known } }
}
