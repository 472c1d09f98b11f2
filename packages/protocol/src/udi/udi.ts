import type { LocalDate } from '../local-date.ts'

/** What a device's carrier says, whoever issued it. */
export interface Udi {
  carrier: 'gs1' | 'hibc'
  /** GS1: the GTIN, 14 digits. HIBC: labeler, product and unit of measure, such as 'A99912345'. */
  deviceIdentifier: string
  lot?: string
  serial?: string
  /** Good through this day. */
  expiresOn?: LocalDate
  producedOn?: LocalDate
  quantity?: number
  /** GS1 identifier 91, company internal: the number that our own label gives a unit without a serial. */
  ownNumber?: string
}

/** What is wrong with a carrier. */
export interface UdiFaults {
  /** Nothing was read. */
  EmptyCarrier: Record<never, never>
  /** Neither GS1 nor HIBC: another issuer (ISBT 128 begins with '='), a plain number, a web address. */
  UnknownCarrier: { begins: string }
  UnknownIdentifier: { found: string }
  /** It ends before the data that was announced. */
  CarrierCut: { identifier: string; found: number; shortest: number }
  /** More than the identifier can hold: what follows was not separated from it. */
  TooLong: { identifier: string; found: number; longest: number }
  /** A reader that drops separators would have made just this text out of two elements. */
  SeparatorLost: { identifier: string; hides: string }
  BadCharacter: { identifier: string; character: string }
  WrongCheckDigit: { identifier: string; found: string; expected: string }
  /** HIBC. `read` is what the carrier says all the same: good to show, never to use. */
  WrongCheckCharacter: { found: string; expected: string; read: Udi }
  ImpossibleDate: { identifier: string; value: string }
  RepeatedIdentifier: { identifier: string }
  BytesLeftOver: { rest: string }
  NoDeviceIdentifier: Record<never, never>
}

export type UdiFault = keyof UdiFaults

/** `at`: how many characters were understood before the fault, of `length`. */
export type UdiRefusal = {
  [F in UdiFault]: { refusal: F; why: UdiFaults[F]; at: number; length: number }
}[UdiFault]

export type Fault = { [F in UdiFault]: { refusal: F; why: UdiFaults[F]; at: number } }[UdiFault]

export function fault<F extends UdiFault>(
  refusal: F,
  why: UdiFaults[F],
  at: number,
): { refusal: F; why: UdiFaults[F]; at: number } {
  return { refusal, why, at }
}

export interface ReadingOptions {
  /** The day of reading, which decides the century of two-digit years. */
  todayOn: LocalDate
  /**
   * `kept`: whoever read the symbol is known to hand group separators on. Otherwise a text that may hide a lost separator is
   * refused.
   */
  separators?: 'kept' | 'mayBeLost'
}
