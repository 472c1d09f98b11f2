import type { Language } from '#platform/languages/languages.ts'
import { type CourseDraft, draftOf } from './course-draft.ts'
import type { CourseView } from './course-view.ts'
import { explainInvalid } from './explain-invalid.ts'
import type { SaveAnswer } from './save-answer.ts'
import type { SavingRefused } from './save-course.server.ts'
import { courseWords } from './server-words.ts'

/** A refusal to save as the page says it, with its HTTP status; what was typed comes back with it. */
export function explainSaving(
  { refused, draft, view }: { refused: SavingRefused; draft: CourseDraft; view: CourseView | undefined },
  language: Language,
): { status: number; answer: SaveAnswer } {
  const words = courseWords[language].errors
  switch (refused.refusal) {
    case 'InvalidCourse':
      return { status: 422, answer: { draft, fault: explainInvalid(refused, draft, language) } }
    case 'PrpNotAllowed':
      return { status: 422, answer: { draft, fault: { text: words.prp, href: '#prp' } } }
    case 'CourseChanged': {
      const { version, stored, byName, savedAt } = refused
      const other = draftOf(stored, view?.me.memberId ?? '', language)
      return { status: 409, answer: { draft, conflict: { version, stored: other, byName, savedAt } } }
    }
    case 'NotAllowed':
      return { status: 403, answer: { draft, fault: { text: words.notAllowed } } }
    case 'NoSuchCourse':
      return { status: 404, answer: { draft, fault: { text: words.other('course') } } }
  }
}
