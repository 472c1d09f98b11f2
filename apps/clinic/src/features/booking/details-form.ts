import type { TypedDetails } from './booking-draft.ts'
import type { FaultName } from './words/answer-words.ts'

export type DetailsFault = { field: keyof TypedDetails; fault: FaultName }

const longest = { givenName: 80, familyName: 80, phone: 40, email: 254 }

export function readDetailsForm(form: FormData): TypedDetails {
  const read = (name: keyof TypedDetails) =>
    String(form.get(name) ?? '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, longest[name])
  return { givenName: read('givenName'), familyName: read('familyName'), phone: read('phone'), email: read('email') }
}

/** Everything that is missing or unreadable, in the order of the fields; empty when the details are complete. */
export function listDetailsFaults({ givenName, familyName, phone, email }: TypedDetails): DetailsFault[] {
  const faults: DetailsFault[] = []
  if (givenName === '') faults.push({ field: 'givenName', fault: 'givenNameMissing' })
  if (familyName === '') faults.push({ field: 'familyName', fault: 'familyNameMissing' })
  if (phone === '') faults.push({ field: 'phone', fault: 'phoneMissing' })
  else if (!isPhone(phone)) faults.push({ field: 'phone', fault: 'phoneUnreal' })
  if (email === '') faults.push({ field: 'email', fault: 'emailMissing' })
  else if (!/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email)) faults.push({ field: 'email', fault: 'emailUnreal' })
  return faults
}

/** Any country's number, as people write it: a number that cannot be rung is found out by the reminder, not by a rule here. */
function isPhone(phone: string): boolean {
  const digits = phone.replace(/\D/g, '').length
  return /^\+?[\d\s().\-/]+$/.test(phone) && digits >= 8 && digits <= 15
}
