import type { Language } from '#platform/languages/languages.ts'

/** What a page before signing in says of where one is, and whom to call. */
export type Doorstep = {
  language: Language
  clinicName: string
  phone: { shown: string; href: string }
  /** The address as the reader sees it, with its question, for the other language. */
  path: string
  search: string
}
