import {
  isLocalDate,
  lastDayOfMonth,
  type Question,
  type QuestionId,
  questions,
  type SelectedQuestion,
} from '@pointille/protocol'
import type { HealthAnswers } from './booking-draft.ts'
import type { FaultName } from './words/answer-words.ts'

/** A date as it was typed, in parts. */
export type TypedDate = { day: string; month: string; year: string }

/** The health page as it was sent, to be shown again unchanged. */
export type TypedHealth = {
  ticked: string[]
  none: boolean
  dates: Partial<Record<QuestionId, TypedDate>>
  birth: TypedDate
}

/** `field` is the id of what to correct; `questionId` says of which question a date is. */
export type HealthFault = { field: string; fault: FaultName; questionId?: QuestionId }

export const birthField = 'birth'

/** The name of a question's date fields, and the id that an error links to. */
export function dateField(questionId: QuestionId): string {
  return `date-${questionId}`
}

export function readHealthForm(form: FormData): TypedHealth {
  const ticked = form.getAll('health').map(String)
  const dated = questions.filter(({ id, dated }) => dated && ticked.includes(id))
  return {
    ticked,
    none: form.has('none'),
    dates: Object.fromEntries(dated.map(({ id }) => [id, readDate(form, dateField(id))])),
    birth: readDate(form, birthField),
  }
}

/** The answers, or every fault of the page at once, in its own order. */
export function checkHealthForm(typed: TypedHealth, todayOn: string): HealthAnswers | { faults: HealthFault[] } {
  const faults: HealthFault[] = []
  const birthDate = toDate(typed.birth)
  const asked = questions.filter(({ id }) => typed.ticked.includes(id))
  if (asked.length === 0 && !typed.none) faults.push({ field: 'health', fault: 'nothingTicked' })
  const selected: SelectedQuestion[] = []
  for (const question of asked) {
    const { id: questionId } = question
    const answer = checkDate(question, typed.dates[questionId], { todayOn, birthDate })
    if (typeof answer === 'object') {
      const first = question.dated === 'month' ? 'Month' : 'Day'
      faults.push({ field: `${dateField(questionId)}${first}`, questionId, ...answer })
    } else selected.push(answer === undefined ? { questionId } : { questionId, lastOn: answer })
  }
  if (asked.length > 0 && typed.none) faults.push({ field: 'none', fault: 'noneAndOther' })
  const birthFault = faultOfBirth(typed.birth, birthDate, todayOn)
  if (birthFault) faults.push({ field: `${birthField}Day`, fault: birthFault })
  if (faults.length > 0 || birthDate === undefined) return { faults }
  return { selected: typed.none ? [{ questionId: 'none' }] : selected, birthDate }
}

/** Answers given before, as the page shows them. */
export function typeHealth({ selected, birthDate }: HealthAnswers): TypedHealth {
  return {
    ticked: selected.map(({ questionId }) => questionId),
    none: selected.some(({ questionId }) => questionId === 'none'),
    dates: Object.fromEntries(
      selected.flatMap(({ questionId, lastOn }) => (lastOn ? [[questionId, typeDate(lastOn)]] : [])),
    ),
    birth: typeDate(birthDate),
  }
}

function typeDate(date: string): TypedDate {
  const [year, month, day] = date.split('-') as [string, string, string]
  return { day: String(Number(day)), month: String(Number(month)), year }
}

function readDate(form: FormData, name: string): TypedDate {
  const part = (suffix: string) =>
    String(form.get(`${name}${suffix}`) ?? '')
      .trim()
      .slice(0, 8)
  return { day: part('Day'), month: part('Month'), year: part('Year') }
}

/** The last day that applied, undefined for "no longer known", or what is wrong with it. */
function checkDate(
  { dated }: Question,
  typed: TypedDate | undefined,
  { todayOn, birthDate }: { todayOn: string; birthDate: string | undefined },
): string | undefined | { fault: FaultName } {
  if (!dated || !typed || isEmpty(typed)) return undefined
  const date = dated === 'month' ? toMonthEnd(typed, todayOn) : toDate(typed)
  if (date === undefined) return { fault: dated === 'month' ? 'monthUnreal' : 'dateUnreal' }
  if (date > todayOn) return { fault: 'dateToCome' }
  if (birthDate !== undefined && date < birthDate) return { fault: 'dateBeforeBirth' }
  return date
}

const oldestYears = 120

function faultOfBirth(typed: TypedDate, birthDate: string | undefined, todayOn: string): FaultName | undefined {
  if (isEmpty(typed)) return 'birthMissing'
  if (birthDate === undefined) return 'birthUnreal'
  if (birthDate > todayOn) return 'birthToCome'
  return Number(todayOn.slice(0, 4)) - Number(birthDate.slice(0, 4)) > oldestYears ? 'birthUnreal' : undefined
}

function isEmpty({ day, month, year }: TypedDate): boolean {
  return day === '' && month === '' && year === ''
}

/** '2026-11-24' of three typed numbers, where that day exists. */
function toDate({ day, month, year }: TypedDate): string | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isLocalDate(date) ? date : undefined
}

function toMonthEnd({ month, year }: TypedDate, todayOn: string): string | undefined {
  return lastDayOfMonth(`${year}-${month.padStart(2, '0')}`, todayOn)
}
