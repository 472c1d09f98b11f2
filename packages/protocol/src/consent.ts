import { canonicalBytes } from './canonical-json.ts'
import { type ConsentSectionId, consentSectionIds, consentWords } from './consent-words.ts'
import { sha256Hex } from './hash.ts'
import type { Language } from './language.ts'
import { type Plan, planHash } from './plan.ts'
import { planText } from './plan-text.ts'

/** The version of the words below. A new wording is a new number; the old words stay, so that old hashes can be made again. */
export const consentVersion = 1

export interface ConsentSection {
  id: ConsentSectionId
  heading: string
  lines: readonly string[]
}

/** What the patient reads and signs. */
export interface ConsentText {
  version: number
  language: Language
  title: string
  sections: readonly ConsentSection[]
  /** Asked before signing, answered in the patient's own words. Not part of the hash. */
  questions: readonly string[]
  /** SHA-256 hex of the canonical JSON of version, language, title and sections: of every word above the signature. */
  textHash: string
}

/** The consent for this plan: its own sentences inside the standing text. */
export function consentText(plan: Plan, language: Language): ConsentText {
  const { title, headings, lines, evidence, otherGlide, questions } = consentWords[language]
  const added: Partial<Record<ConsentSectionId, readonly string[]>> = {
    whatIsDone: planText(plan, language),
    sometimes: plan.glide === 'sterileGel' ? [] : [otherGlide],
    unknown: [evidence[plan.indication]],
  }
  const sections = consentSectionIds.map((id): ConsentSection => {
    return { id, heading: headings[id], lines: [...lines[id], ...(added[id] ?? [])] }
  })
  const signed = { version: consentVersion, language, title, sections }
  return { ...signed, questions, textHash: sha256Hex(canonicalBytes(signed)) }
}

/** Whether what was signed is exactly the present text for this plan. The server asks this when a signature arrives. */
export function isConsentFor(
  signed: { textVersion: number; language: Language; planHash: string; textHash: string },
  plan: Plan,
): boolean {
  if (signed.textVersion !== consentVersion || signed.planHash !== planHash(plan)) return false
  return signed.textHash === consentText(plan, signed.language).textHash
}
