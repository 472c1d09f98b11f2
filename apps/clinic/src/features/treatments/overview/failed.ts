import type { ExaminationDraft } from '../examination/draft.ts'

/** What a form of the treatment's page could not do, with what was typed. */
export type Failed = {
  error?: string
  identityError?: boolean
  amendmentMissing?: boolean
  draft?: ExaminationDraft
  draftError?: { text: string; href: string }
}
