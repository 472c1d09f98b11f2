import { aftercareTable } from './aftercare-words.ts'
import type { Language } from './language.ts'

/** One line of advice; the id is the line's id on the public aftercare page. */
export interface AftercareLine {
  id: string
  text: string
  sourceIds: readonly string[]
}

/** What the clinic and the forecast put into the lines, already written in the patient's language. */
export interface AftercareSettings {
  /** When make-up may return here: advice ranges from 24 to 72 hours. */
  makeUpDelay: string
  /** The date of `activesSafeFrom`, or the model's cautious barrier date when that is later. */
  activesSafeFrom: string
  /** '1, 2, 3, 5, 7, 14' */
  checkInDays: string
}

/** The advice of one day after the treatment (0 = the day itself), in the order of the page. */
export function listAftercare(day: number, language: Language, settings: AftercareSettings): AftercareLine[] {
  return aftercareTable
    .filter(({ fromDay, toDay }) => fromDay <= day && day <= toDay)
    .map((line) => ({ id: line.id, text: filled(line[language], settings), sourceIds: line.sourceIds }))
}

function filled(text: string, settings: AftercareSettings): string {
  return Object.entries(settings).reduce((sofar, [name, value]) => sofar.replace(`{${name}}`, () => value), text)
}
