import type { CourseDraft } from './course-draft.ts'

/** What the page hears after pressing Save: saved, or what stands in the way; the draft is kept in every case. */
export type SaveAnswer = {
  draft: CourseDraft
  saved?: true
  fault?: { text: string; href?: string }
  conflict?: { version: number; stored: CourseDraft; byName: string; savedAt: number }
}
