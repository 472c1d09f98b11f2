import type { QuestionId } from '@pointille/protocol'
import { anchorOf } from './statement.ts'

/** Which line of the copy deck a rule's row stands for, so that the deck's anchors lead to it. */
const lines: Partial<Record<QuestionId, string>> = {
  'clotting-disorder': 'Q-22',
  'thick-scars': 'Q-23',
  'blood-thinner': 'Q-24',
  'recent-tan': 'Q-25',
  'surgery-in-area': 'Q-26',
  'injection-in-area': 'Q-27',
  'pregnancy-or-breastfeeding': 'Q-29',
  isotretinoin: 'Q-30',
  'past-cold-sores': 'Q-31',
}

/** The anchor of a rule's row: its line of the deck, else the box's own name. */
export const copyLineOf = (questionId: QuestionId): string => anchorOf(lines[questionId] ?? questionId)
