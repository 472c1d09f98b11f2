import type { JurisdictionCode } from '@pointille/protocol'
import type { Language } from '#platform/languages/languages.ts'

/** What the public pages say of the clinic that the reader is at, in the reader's language. */
export type Site = {
  readonly language: Language
  readonly clinicName: string
  readonly city: string
  readonly address: string
  readonly access: string
  /** One line per group of days with the same hours. */
  readonly opening: readonly string[]
  readonly phone: { readonly shown: string; readonly href: string }
  readonly jurisdiction: JurisdictionCode
  readonly emergencyNumbers: readonly string[]
  readonly ages: { readonly onlineFrom: number; readonly withoutReviewFrom: number }
  readonly firstVisit: 'consultation' | 'either'
  /** Why the medical director allows PRP, in the director's own words; undefined = not allowed here. */
  readonly prpPurpose: { readonly text: string; readonly inLanguage: boolean } | undefined
  readonly prp: 'prohibited' | 'off' | 'notAllowed' | 'allowed'
  readonly isDemo: boolean
}

/** Where this page is, for the head of the document. */
export type PageAddress = {
  readonly canonical: string
  readonly path: string
  readonly alternates: Readonly<Record<Language, string>>
}
