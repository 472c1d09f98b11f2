import type { ContraindicationId } from '../evidence.ts'
import type { LocalDate } from '../local-date.ts'
import type { Answer } from './screening.ts'

/** One box of the online health questions: ticking it answers for all its rows of the contraindication table. */
export interface Question {
  id: QuestionId
  rowIds: readonly ContraindicationId[]
  /** Whether to ask when it last was, and how finely; a month counts from its last day (`lastDayOfMonth`). */
  dated: false | 'day' | 'month'
}

export const questionIds = [
  'pregnancy-or-breastfeeding',
  'isotretinoin',
  'infection-or-inflamed-acne',
  'past-cold-sores',
  'thick-scars',
  'recent-tan',
  'blood-thinner',
  'clotting-disorder',
  'injection-in-area',
  'surgery-in-area',
  'deep-peel',
  'recent-cosmetic-act',
  'lowered-immunity',
  'chemo-radiotherapy-or-steroids',
  'anaesthetic-allergy',
  'other-allergy',
  'uncontrolled-diabetes',
  'broken-skin',
  'suspicious-lesion',
  'young-scar',
  'other-skin-condition',
] as const

export type QuestionId = (typeof questionIds)[number]

/** In the order in which they are asked. */
export const questions: readonly Question[] = [
  { id: 'pregnancy-or-breastfeeding', rowIds: ['CI26'], dated: false },
  { id: 'isotretinoin', rowIds: ['CI30', 'CI31'], dated: 'month' },
  { id: 'infection-or-inflamed-acne', rowIds: ['CI05', 'CI10', 'CI28'], dated: false },
  { id: 'past-cold-sores', rowIds: ['CI11'], dated: false },
  { id: 'thick-scars', rowIds: ['CI06', 'CI07'], dated: false },
  { id: 'recent-tan', rowIds: ['CI33'], dated: 'day' },
  { id: 'blood-thinner', rowIds: ['CI02', 'CI03'], dated: false },
  { id: 'clotting-disorder', rowIds: ['CI01'], dated: false },
  { id: 'injection-in-area', rowIds: ['CI21', 'CI22', 'CI23'], dated: 'day' },
  { id: 'surgery-in-area', rowIds: ['CI20'], dated: 'day' },
  { id: 'deep-peel', rowIds: ['CI35'], dated: 'day' },
  { id: 'recent-cosmetic-act', rowIds: ['CI24'], dated: 'day' },
  { id: 'lowered-immunity', rowIds: ['CI29'], dated: false },
  { id: 'chemo-radiotherapy-or-steroids', rowIds: ['CI19'], dated: 'day' },
  { id: 'anaesthetic-allergy', rowIds: ['CI25'], dated: false },
  { id: 'other-allergy', rowIds: ['CI36'], dated: false },
  { id: 'uncontrolled-diabetes', rowIds: ['CI04'], dated: false },
  { id: 'broken-skin', rowIds: ['CI12', 'CI14'], dated: false },
  { id: 'suspicious-lesion', rowIds: ['CI08', 'CI09'], dated: false },
  { id: 'young-scar', rowIds: ['CI16', 'CI17'], dated: 'day' },
  { id: 'other-skin-condition', rowIds: ['CI13', 'CI15', 'CI38'], dated: false },
]

/** Rows that no online question stands for, and where they are asked or held instead. */
export const askedOnSite: readonly { id: ContraindicationId; why: string }[] = [
  {
    id: 'CI18',
    why: 'standard precautions protect everyone; refusing online would single people out (a doctor and a lawyer confirm)',
  },
  { id: 'CI27', why: 'concerns the numbing cream only: asked before the cream is applied' },
  { id: 'CI32', why: 'five days are shorter than most bookings: said in the preparation message, asked on arrival' },
  { id: 'CI34', why: 'three days are shorter than most bookings: said in the preparation message, asked on arrival' },
  { id: 'CI37', why: 'not a contraindication: the practitioner examines the phototype and plans for it' },
  { id: 'CI39', why: 'held by the plan: no zone lies inside the orbital rim' },
  { id: 'CI40', why: 'held by the jurisdiction: PRP is absent in France' },
]

export interface SelectedQuestion {
  questionId: QuestionId | 'none'
  /** The last day it applied, if asked and known. */
  lastOn?: LocalDate
}

/**
 * Turns ticked boxes into answers for `parseScreening`, which judges them: an unknown question or an impossible date passes
 * through here and is refused there, so that one place names the fault.
 */
export function answersFromQuestions(selected: readonly SelectedQuestion[]): Record<string, Answer> {
  const answers: [string, Answer][] = []
  for (const { questionId, lastOn } of selected) {
    const question = questions.find(({ id }) => id === questionId)
    if (question === undefined) answers.push([questionId, true])
    else for (const rowId of question.rowIds) answers.push([rowId, question.dated ? (lastOn ?? true) : true])
  }
  return Object.fromEntries(answers)
}
