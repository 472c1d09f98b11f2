import {
  type Answers,
  answersFromQuestions,
  type ContraindicationId,
  decide,
  type QuestionId,
  questions,
  type Verdict,
} from '@pointille/protocol'

/** What the rules answer to one box of the health questions, ticked today, in an adult with nothing else. */
export type Waiting = {
  readonly questionId: QuestionId
  readonly kind: Exclude<Verdict['kind'], 'allow'>
  /** The row that decides. */
  readonly ruleId: ContraindicationId
  /** Days until that row no longer applies, counted from today; undefined = it does not end by itself. */
  readonly days?: number
  /** Every row that the box stands for. */
  readonly sources: readonly ContraindicationId[]
}

const todayOn = '2027-01-01'

/** Every box and what it means, in the order of the questions. The same rules decide the booking, so the two cannot differ. */
export const listWaiting = (): readonly Waiting[] => waiting

const waiting: readonly Waiting[] = questions.map(({ id, rowIds }) => {
  const answers = answersFromQuestions([{ questionId: id }]) as Answers
  const screening = { indication: 'acne-scars', birthDate: '1980-01-01', answers } as const
  const verdict = decide(screening, { todayOn, jurisdiction: 'other' })
  if (verdict.kind === 'allow') throw new Error(`nothing holds for ${id}`)
  const ruleId = verdict.rule.id as ContraindicationId
  const days =
    verdict.rule.expiresOn && Math.round((Date.parse(verdict.rule.expiresOn) - Date.parse(todayOn)) / 86_400_000)
  return {
    questionId: id,
    kind: verdict.kind,
    ruleId,
    ...(days ? { days } : {}),
    sources: [ruleId, ...rowIds.filter((row) => row !== ruleId)],
  }
})
