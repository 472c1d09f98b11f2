/**
 * The carriers of HL7's FHIR R5 examples Device-example-udi1 to -udi4 (npm package hl7.fhir.r5.examples 5.0.0), as they stand
 * there. `udi2` has no carrier, only identifiers. For tests.
 */
export const hl7Carriers = {
  /** `carrierAIDC` (decoded from base64): its separators are shown by the sign that has their place in the PC character set. */
  udi1Scan: ']d201108576740020171714112010NYFUL01\u219421192837\u2194713A1B2C3D4E5F6G',
  /** `carrierHRF` of another device, with braces for parentheses. */
  udi1Label: '{01}00844588003288{17}141120{10}7654321D{21}10987654d321',
  /**
   * `carrierHRF`. Its last character is the C by which the standard's own pattern stands for "check character": modulo 43 of
   * this text is H.
   */
  udi3Label: '+H123PARTNO1234567890120/$$420020216LOT123456789012345/SXYZ456789012345678/16D20130202C',
  /** `carrierHRF`, of ICCBBA: neither GS1 nor HIBC. */
  udi4Label: '=)1TE123456A&)RZ12345678',
} as const
