import { longDate, screeningWords } from '@pointille/protocol'
import type { Caller } from '#features/access/index.server.ts'
import type {
  InvalidScreening,
  SlotTaken,
  UnknownPractitioner,
  UnknownService,
  VerdictForbids,
} from '#features/booking/index.ts'
import { readProfile } from '#features/clinics/index.server.ts'
import { type Refused, refuse } from './problem.ts'
import { showStart } from './show-start.ts'
import { apiWords } from './words.ts'

type HoldRefusal = SlotTaken | VerdictForbids | InvalidScreening | UnknownService | UnknownPractitioner

/** Why a start was not held, for other software and for the person who reads what it shows. */
export async function refuseHold(caller: Caller, refusal: HoldRefusal): Promise<Refused> {
  const { language } = caller
  const words = apiWords[language]
  switch (refusal.refusal) {
    case 'UnknownService':
      return refuse(language, 'PT-404-SERVICE', { field: 'service' })
    case 'UnknownPractitioner':
      return refuse(language, 'PT-404-PRACTITIONER', { field: 'practitioner' })
    case 'InvalidScreening': {
      const field = refusal.field === '' ? 'screening' : `screening.${refusal.field}`
      const { limit } = refusal
      return refuse(language, 'PT-400-SCREENING', { field, limit, message: words.screening[limit] })
    }
    case 'SlotTaken': {
      const { reason, nearest } = refusal
      const details = { field: 'startAt', limit: reason, message: words.slot[reason], nearest: nearest.map(showStart) }
      return refuse(language, 'PT-409-SLOT', details)
    }
    case 'VerdictForbids': {
      const { verdict, rule, untilOn } = refusal
      const field = untilOn === undefined ? 'screening' : 'startAt'
      const message = await verdictMessage(caller, refusal)
      return refuse(language, 'PT-422-VERDICT', { field, limit: untilOn, message, verdict, rule })
    }
  }
}

/** What may be booked, why, and where nothing may: whom to call. */
async function verdictMessage(caller: Caller, { verdict, rule, untilOn }: VerdictForbids): Promise<string> {
  const { house, clinic, language } = caller
  const words = screeningWords[language]
  if (rule === 'FIRST-VISIT') return apiWords[language].firstVisit
  const reason = words.reasons[rule]
  if (verdict === 'refuse') {
    const { phone } = await readProfile(house, clinic)
    return `${words.verdicts.refuse} ${reason} ${apiWords[language].call(phone)}`
  }
  if (untilOn === undefined) return `${words.verdicts[verdict]} ${reason}`
  const sentence = words.verdicts[verdict === 'needsClinician' ? 'needsClinicianNotBefore' : verdict]
  const clause = reason.charAt(0).toLowerCase() + reason.slice(1)
  const dated = sentence.replace('{date}', longDate(untilOn, language))
  return dated.includes('{reason}') ? dated.replace('{reason}', clause) : `${dated} ${reason}`
}
