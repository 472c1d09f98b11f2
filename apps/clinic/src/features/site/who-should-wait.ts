import {
  type Answers,
  answersFromQuestions,
  type ContraindicationId,
  decide,
  listVerdicts,
  type QuestionId,
  questions,
  type Verdict,
} from '@pointille/protocol'

/** What the rules answer to one box of the health questions, ticked today, in an adult with nothing else. */
export type Waiting = {
  readonly questionId: QuestionId
  readonly kind: Exclude<Verdict['kind'], 'allow'>
  /** The row that decides, then the others that say the same: same answer, same delay. */
  readonly ruleIds: readonly ContraindicationId[]
  /** Days until that row no longer applies, counted from today; undefined = it does not end by itself. */
  readonly days?: number
  /** Every row that the box stands for, the deciding ones first. */
  readonly sources: readonly ContraindicationId[]
}

const context = { todayOn: '2027-01-01', jurisdiction: 'other' } as const

/** Every box and what it means, in the order of the questions. The same rules decide the booking, so the two cannot differ. */
export const listWaiting = (): readonly Waiting[] => waiting

const waiting: readonly Waiting[] = questions.map(({ id, rowIds }) => {
  const answers = answersFromQuestions([{ questionId: id }]) as Answers
  const screening = { indication: 'acne-scars', birthDate: '1980-01-01', answers } as const
  const verdict = decide(screening, context)
  if (verdict.kind === 'allow') throw new Error(`nothing holds for ${id}`)
  const { expiresOn } = verdict.rule
  const ruleIds = listVerdicts(screening, context).flatMap((one) =>
    one.kind === verdict.kind && one.rule.expiresOn === expiresOn ? [one.rule.id as ContraindicationId] : [],
  )
  return {
    questionId: id,
    kind: verdict.kind,
    ruleIds,
    ...(expiresOn ? { days: daysBetween(context.todayOn, expiresOn) } : {}),
    sources: [...ruleIds, ...rowIds.filter((row) => !ruleIds.includes(row))],
  }
})

function daysBetween(fromOn: string, toOn: string): number {
  return Math.round((Date.parse(toOn) - Date.parse(fromOn)) / 86_400_000)
}
