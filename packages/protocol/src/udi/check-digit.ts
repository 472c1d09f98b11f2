/**
 * The digit that ends a GTIN or an SSCC: weights 3 and 1 from the right.
 * @param body the digits before it
 */
export function gs1CheckDigit(body: string): string {
  let sum = 0
  for (let at = 0; at < body.length; at++) {
    const digit = body.charCodeAt(body.length - 1 - at) - 48
    sum += at % 2 === 0 ? 3 * digit : digit
  }
  return String((10 - (sum % 10)) % 10)
}

/** Whether 14 digits are a GTIN. */
export function isGtin(value: string): boolean {
  return /^\d{14}$/.test(value) && gs1CheckDigit(value.slice(0, 13)) === value[13]
}
