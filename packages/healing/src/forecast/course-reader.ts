/** What is wrong with one field of a course; the words are the reader's own. */
export interface CourseFault {
  /** Path of the field, such as `treatments[1].needleMm`; '' is the course itself. */
  readonly field: string
  readonly code:
    | 'missing'
    | 'unknownField'
    | 'notARecord'
    | 'notAList'
    | 'notANumber'
    | 'notYesOrNo'
    | 'notOneOf'
    | 'tooLow'
    | 'tooHigh'
    | 'tooMany'
  readonly value?: unknown
  readonly low?: number
  readonly high?: number
  /** What would be accepted there. */
  readonly choices?: readonly (string | number)[]
}

type Limits = { readonly low: number; readonly high: number }
type OpenRecord = { readonly fields: Readonly<Record<string, unknown>>; pathOf(name: string): string }

/** Reads the fields of a nest of records and gathers what is wrong; a field that cannot be read answers undefined. */
export class CourseReader {
  readonly faults: CourseFault[] = []

  record(input: unknown, path: string, known: readonly string[]): OpenRecord | undefined {
    if (typeof input !== 'object' || input === null || Array.isArray(input)) {
      this.faults.push({ field: path, code: 'notARecord', value: input, choices: known })
      return
    }
    const pathOf = (name: string) => (path ? `${path}.${name}` : name)
    for (const name of Object.keys(input)) {
      if (!known.includes(name)) this.faults.push({ field: pathOf(name), code: 'unknownField', choices: known })
    }
    return { fields: input as Record<string, unknown>, pathOf }
  }

  number(record: OpenRecord, name: string, { low, high }: Limits): number | undefined {
    const value = record.fields[name]
    const field = record.pathOf(name)
    if (value === undefined) this.faults.push({ field, code: 'missing', low, high })
    else if (typeof value !== 'number' || !Number.isFinite(value))
      this.faults.push({ field, code: 'notANumber', value, low, high })
    else if (value < low) this.faults.push({ field, code: 'tooLow', value, low, high })
    else if (value > high) this.faults.push({ field, code: 'tooHigh', value, low, high })
    else return value
    return
  }

  choice<T extends string | number>(
    record: OpenRecord,
    name: string,
    choices: readonly T[],
    aliases: Readonly<Record<string, T>> = {},
  ): T | undefined {
    const value = record.fields[name]
    const found = choices.find((choice) => choice === value)
    if (found !== undefined) return found
    if (typeof value === 'string' && Object.hasOwn(aliases, value)) return aliases[value]
    const field = record.pathOf(name)
    this.faults.push(
      value === undefined ? { field, code: 'missing', choices } : { field, code: 'notOneOf', value, choices },
    )
    return
  }

  yesOrNo(record: OpenRecord, name: string): boolean | undefined {
    const value = record.fields[name]
    if (typeof value === 'boolean') return value
    this.faults.push({ field: record.pathOf(name), code: 'notYesOrNo', value })
    return
  }

  optional<T>(record: OpenRecord, name: string, read: (record: OpenRecord, name: string) => T): T | undefined {
    return record.fields[name] === undefined ? undefined : read(record, name)
  }

  list(record: OpenRecord, name: string, { high }: Limits, read: (item: unknown, path: string) => unknown): unknown {
    const value = record.fields[name]
    const field = record.pathOf(name)
    if (value === undefined) this.faults.push({ field, code: 'missing' })
    else if (!Array.isArray(value)) this.faults.push({ field, code: 'notAList', value })
    else if (value.length > high) this.faults.push({ field, code: 'tooMany', value: value.length, high })
    else return value.map((item, at) => read(item, `${field}[${at}]`))
    return
  }
}
