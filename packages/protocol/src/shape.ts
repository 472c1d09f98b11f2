// Small checks of values that came from outside. Each answers one question about one value.

/** An object with names, not null and not a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Text that says something, is not longer than `longest` UTF-16 units and can be written as UTF-8. */
export function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest && value.trim() !== '' && value.isWellFormed()
}

export function isIntegerWithin(value: unknown, low: number, high: number): value is number {
  return Number.isInteger(value) && isNumberWithin(value, low, high)
}

/** Bounds included. */
export function isNumberWithin(value: unknown, low: number, high: number): value is number {
  return typeof value === 'number' && value >= low && value <= high
}

export function isOneOf<T extends string | number>(value: unknown, choices: readonly T[]): value is T {
  return choices.some((choice) => choice === value)
}
