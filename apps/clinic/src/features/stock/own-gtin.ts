import { gs1CheckDigit } from '@pointille/protocol'

/**
 * A product number for a product whose maker gives none: GS1 keeps numbers that begin with 02 for use inside one house.
 * @param number 1 for the first product of a clinic that needs one
 */
export function ownGtin(number: number): string {
  const body = `02${String(number).padStart(11, '0')}`
  return body + gs1CheckDigit(body)
}
