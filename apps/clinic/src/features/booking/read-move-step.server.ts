import type { Caller } from '#features/access/index.server.ts'
import { findClinicById, readProfile } from '#features/clinics/index.server.ts'
import { localTime } from '#platform/languages/dates.ts'
import type { LostWhy } from './booking-draft.ts'
import { findAppointmentByToken } from './find-appointment-by-token.server.ts'
import { findMoveStarts } from './find-move-starts.server.ts'
import { nameStart, startOf } from './name-start.ts'
import { limitsOf, type PickerAsk, type PickerView } from './picker-view.ts'
import type { TooLateToChange, UnknownAppointment } from './refusals.ts'
import { searchPicker } from './search-picker.server.ts'
import type { OfferedDay } from './start.ts'
import type { ChosenView, LostView } from './time-step.ts'
import type { ManagedVisit } from './visit.ts'

/** Everything that the page to move an appointment shows. */
export type MoveStep = {
  visit: ManagedVisit
  picker: PickerView
  chosen: ChosenView | undefined
  lost: LostView | undefined
}

/** The free times to which the link's appointment can move; `chosenAt` and `lost` are what was chosen there so far. */
export async function readMoveStep(
  caller: Caller,
  request: { token: string; ask: PickerAsk; chosenAt?: number; lost?: { startAt: number; why: LostWhy } },
): Promise<MoveStep | UnknownAppointment | TooLateToChange> {
  const { token, ask, chosenAt, lost } = request
  const { house, nowAt, language } = caller
  const visit = await findAppointmentByToken(caller, token)
  const clinic = visit && (await findClinicById(house, visit.clinic.clinicId))
  if (!visit || !clinic) return { refusal: 'UnknownAppointment' }
  if (!visit.changeable) return { refusal: 'TooLateToChange', status: visit.status }
  const profile = await readProfile(house, clinic)
  const todayOn = localTime(nowAt, clinic.timeZone).on
  const first = await findMoveStarts(caller, { token, fromOn: todayOn, toOn: todayOn })
  if ('refusal' in first && first.refusal === 'SpanTooLong') throw new Error('one day is no long span')
  if ('refusal' in first) return first
  const limits = limitsOf(todayOn, profile.horizonDays, first.notBeforeOn)
  const search = async (fromOn: string, toOn: string): Promise<OfferedDay[]> => {
    const found = await findMoveStarts(caller, { token, fromOn, toOn })
    if ('refusal' in found) throw new Error(`moving searched what cannot be: ${found.refusal}`)
    return found.days
  }
  const chosenOn = chosenAt === undefined ? undefined : localTime(chosenAt, clinic.timeZone).on
  const chosen =
    chosenOn === undefined
      ? undefined
      : (await search(chosenOn, chosenOn))[0]?.starts.find(({ startAt }) => startAt === chosenAt)
  const lostStart = lost && lost.why !== 'notOffered' ? startOf(lost.startAt, clinic.timeZone) : undefined
  const picker = await searchPicker(
    search,
    { ask, limits, startOn: lostStart?.date ?? chosen?.date ?? limits.firstOn },
    {
      language,
      openWeekdays: profile.opening.map(({ weekday }) => weekday),
      noticeMinutes: profile.noticeMinutes,
      practitionerAsked: false,
      chosen,
      lost: lostStart,
    },
  )
  return {
    visit,
    picker,
    chosen: chosen && nameStart(chosen, language),
    lost: lost && { ...nameStart(startOf(lost.startAt, clinic.timeZone), language), why: lost.why, isFreeAgain: false },
  }
}
