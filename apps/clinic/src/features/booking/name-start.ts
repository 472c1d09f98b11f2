import { localTime, longDate, patientTime } from '#platform/languages/dates.ts'
import type { Language } from '#platform/languages/languages.ts'
import { capitalize } from './day-layout.ts'
import type { OfferedStart } from './start.ts'
import type { ChosenView } from './time-step.ts'

/** A start that is not in the list of free ones: only its instant is known. */
export function startOf(startAt: number, timeZone: string): OfferedStart {
  const { on, time } = localTime(startAt, timeZone)
  return { startAt, date: on, localTime: time, practitionerId: undefined, practitionerName: undefined }
}

/** A start in the words of the summary: 'Mardi 24 novembre 2026, 11 h'. */
export function nameStart(start: OfferedStart, language: Language): ChosenView {
  const time = patientTime(start.localTime, language)
  const when = `${capitalize(longDate(start.date, language))}, ${time}`
  return { startAt: start.startAt, on: start.date, when, time, who: start.practitionerName ?? '' }
}
