import { localTime } from '#platform/languages/dates.ts'
import type { Answer } from './answer.ts'
import { isReachable } from './answer.ts'

const columns = [
  ...['order', 'certainty', 'file_number', 'family_name', 'given_name', 'birth_date', 'phone', 'email', 'reachable'],
  ...['used_at', 'time_zone', 'rooms', 'cartridges', 'links', 'told'],
]

/**
 * The line list for the authority: RFC 4180, one row a treatment, the same in every language. Nothing is summed in it. The
 * hash is over these bytes and stands beside the file, not in it.
 */
export function lineList(answer: Answer): string {
  const { exposures, people, places, named, told, timeZone } = answer
  const nameOf = (id: string) => named.find((one) => one.id === id)?.name ?? id
  const rows = exposures.map(({ order, certainty, patientId, treatmentId, at, links }) => {
    const person = people.get(patientId)!
    const place = places.get(treatmentId)
    const { on, time } = localTime(at, timeZone)
    const notice = told.get(patientId)
    return [
      ...[order, certainty, person.fileNumber, person.familyName, person.givenName, person.birthOn],
      ...[person.phone, person.email, isReachable(person) ? 'yes' : 'no', `${on}T${time}`, timeZone],
      (place?.rooms ?? []).map(nameOf).join(' + '),
      (place?.cartridges ?? []).join(' + '),
      links.map(({ kind, source }) => `${kind} ${nameOf(source)}`).join(' + '),
      notice ? `${notice.way} ${localTime(notice.toldAt, timeZone).on}` : '',
    ]
  })
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

/** A cell that a spreadsheet will not take for a formula; a telephone number keeps its plus sign. */
function cell(value: string | number): string {
  const text = String(value)
  const safe = /^[=@\t\r]|^[+-](?!\d)/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
