/**
 * RFC 8785 (JSON Canonicalization Scheme): one value has one text, so that its hash means the value.
 * Keys in UTF-16 order, numbers as ECMAScript writes them, no white space.
 * @throws TypeError for what JSON cannot say exactly: undefined, NaN, infinities, lone surrogates, functions, bigints,
 *   class instances (dates, maps), arrays with holes, nesting deeper than 100.
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0)
}

/** The canonical text as UTF-8: the bytes that are stored and hashed. */
export function canonicalBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(canonicalJson(value))
}

const DEEPEST = 100

function write(value: unknown, depth: number): string {
  if (depth > DEEPEST) throw new TypeError('canonical JSON: nested too deeply')
  switch (typeof value) {
    case 'boolean':
      return String(value)
    case 'number':
      return writeNumber(value)
    case 'string':
      return writeText(value)
    case 'object':
      if (value === null) return 'null'
      return Array.isArray(value) ? writeList(value, depth) : writeRecord(value, depth)
    default:
      throw new TypeError(`canonical JSON: ${typeof value} has no text`)
  }
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`canonical JSON: ${value} is not a JSON number`)
  return String(value === 0 ? 0 : value)
}

function writeText(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('canonical JSON: lone surrogate')
  return JSON.stringify(value)
}

function writeList(list: readonly unknown[], depth: number): string {
  // Array.from turns a hole into undefined, which is then refused.
  return `[${Array.from(list, (item) => write(item, depth + 1)).join(',')}]`
}

function writeRecord(record: object, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(record)
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError('canonical JSON: only plain objects have a text')
  }
  // The default order of sort() is by UTF-16 code units, which is what the RFC asks.
  const members = Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, item]) => `${writeText(key)}:${write(item, depth + 1)}`).join(',')}}`
}
