import { getJurisdiction, isJurisdictionCode } from '@pointille/protocol'
import { localTime, longDate, shortDate } from '#platform/languages/dates.ts'
import type { Language } from '#platform/languages/languages.ts'
import { type Answer, countPeople, isReachable } from './answer.ts'
import { describeLink } from './describe-link.ts'
import { drawGraph, type Graph } from './draw-graph.ts'
import type { Exposure } from './exposure.ts'
import { type Certainty, certainties } from './link-rules.ts'
import type { LookBack } from './look-backs.queries.server.ts'
import type { Named, Person } from './people.queries.server.ts'
import type { RowView } from './row-view.ts'
import { type LookBackWords, letterWords, lookBackWords } from './words.ts'

export const sorts = ['reach', 'date', 'patient', 'certainty'] as const
export type Sort = (typeof sorts)[number]

export type LookBackView = {
  lookBackId: string
  question: { kind: string; source: string; from: string; to: string; reason: string; askedBy: string }
  people: Record<Certainty, number>
  treatments: Record<Certainty, number>
  reach: { yes: number; no: number }
  limits: Answer['limits']
  rows: RowView[]
  secondPeople: number
  secondRows: RowView[]
  graph: Graph
}

/** The name as lists have it: the family name first and in capitals. */
const listName = ({ familyName, givenName }: Person) => `${familyName.toLocaleUpperCase('fr')}, ${givenName}`

/** '06 •• 41 07' of '+32 470 12 41 07': enough to recognise, not to copy. */
export function maskPhone(phone: string): string {
  const digits = phone.replaceAll(/\D/g, '')
  return digits.length < 6 ? '' : `${phone.trim().slice(0, 3).trim()} •• ${digits.slice(-4, -2)} ${digits.slice(-2)}`
}

export function viewLookBack(answer: Answer, language: Language, sort: Sort = 'reach'): LookBackView {
  const words = lookBackWords[language]
  const { lookBack, exposures, people } = answer
  const view = (exposure: Exposure) => viewRow(exposure, answer, words, language)
  const first = exposures.filter(({ order }) => order === 1)
  const second = exposures.filter(({ order }) => order === 2)
  const direct = new Set(first.filter(({ certainty }) => certainty === 'direct').map(({ patientId }) => patientId))
  const yes = [...direct].filter((patientId) => isReachable(people.get(patientId)!)).length
  const rows = sortExposures(first, answer, sort).map(view)
  return {
    lookBackId: lookBack.lookBackId,
    question: {
      kind: words.kinds[lookBack.kind],
      source: nameSource(answer),
      from: shortDate(lookBack.fromOn, language),
      to: shortDate(lookBack.toOn, language),
      reason: lookBack.reason,
      askedBy: words.askedBy(answer.askedByName, shortDate(localTime(lookBack.askedAt, answer.timeZone).on, language)),
    },
    people: Object.fromEntries(certainties.map((c) => [c, countPeople(exposures, 1, c)])) as Record<Certainty, number>,
    treatments: Object.fromEntries(
      certainties.map((c) => [c, first.filter(({ certainty }) => certainty === c).length]),
    ) as Record<Certainty, number>,
    reach: { yes, no: direct.size - yes },
    limits: answer.limits,
    rows,
    secondPeople: new Set(second.map(({ patientId }) => patientId)).size,
    secondRows: sortExposures(second, answer, sort).map(view),
    graph: drawGraph(answer, rows, language),
  }
}

function viewRow(exposure: Exposure, answer: Answer, words: LookBackWords, language: Language): RowView {
  const { people, named, places, told, timeZone } = answer
  const person = people.get(exposure.patientId)!
  const { on } = localTime(exposure.at, timeZone)
  const rooms = places.get(exposure.treatmentId)?.rooms ?? []
  const notice = told.get(exposure.patientId)
  const phone = maskPhone(person.phone)
  return {
    ...{ treatmentId: exposure.treatmentId, patientId: exposure.patientId, certainty: exposure.certainty },
    name: listName(person),
    on: shortDate(on, language),
    onIso: on,
    where: rooms.map((id) => named.find((one) => one.id === id)?.name ?? '').join(', '),
    link: describeLink(exposure, answer, words),
    phone,
    reach: phone ? 'phone' : isReachable(person) ? 'email' : 'none',
    told: notice
      ? `${notice.way === 'call' ? words.ways.call : words.ways.letter}, ${shortDate(localTime(notice.toldAt, timeZone).on, language)}`
      : '',
  }
}

/** Whoever has to be found stands first, unless another order is asked for; then by time. */
function sortExposures(exposures: readonly Exposure[], { people }: Answer, sort: Sort): Exposure[] {
  const rank = ({ certainty }: Exposure) => certainties.indexOf(certainty)
  const missing = ({ patientId }: Exposure) => (isReachable(people.get(patientId)!) ? 1 : 0)
  const name = ({ patientId }: Exposure) => listName(people.get(patientId)!)
  const by: Record<Sort, (a: Exposure, b: Exposure) => number> = {
    reach: (a, b) => rank(a) - rank(b) || missing(a) - missing(b),
    date: () => 0,
    patient: (a, b) => name(a).localeCompare(name(b), 'fr'),
    certainty: (a, b) => rank(a) - rank(b),
  }
  return exposures.toSorted((a, b) => by[sort](a, b) || a.at - b.at || (a.treatmentId < b.treatmentId ? -1 : 1))
}

/** What was asked about, by name. */
function nameSource({ lookBack, named, people }: Answer): string {
  const person = people.get(lookBack.source)
  return person ? listName(person) : (named.find(({ id }) => id === lookBack.source)?.name ?? lookBack.source)
}

/** What the form offers, and what was asked before. */
export function viewDesk(desk: { named: Named[]; asked: LookBack[] }, language: Language) {
  const words = lookBackWords[language]
  return {
    named: desk.named,
    asked: desk.asked.map(({ lookBackId, kind, source, fromOn, toOn, reason }) => ({
      lookBackId,
      // An index patient is not named in a list that serves everybody who searches.
      what:
        kind === 'patient'
          ? words.kinds.patient
          : `${words.kinds[kind]} ${desk.named.find(({ id }) => id === source)?.name ?? source}`,
      when: words.asked('', shortDate(fromOn, language), shortDate(toOn, language)).replace(/^, /, ''),
      reason,
    })),
  }
}

export type LetterView = {
  patientId: string
  language: Language
  name: string
  subject: string
  lines: string[]
  told: boolean
}

/** One letter a person with a direct link, in the person's own language. */
export function viewLetters(answer: Answer, clinic: { name: string; phone: string; country: string }): LetterView[] {
  const letters = new Map<string, LetterView>()
  const emergency = getJurisdiction(isJurisdictionCode(clinic.country) ? clinic.country : 'other').emergencyNumbers
  for (const { order, certainty, patientId, at } of answer.exposures) {
    if (order !== 1 || certainty !== 'direct' || letters.has(patientId)) continue
    const person = answer.people.get(patientId)!
    const { language } = person
    const words = letterWords[language]
    const on = longDate(localTime(at, answer.timeZone).on, language)
    letters.set(patientId, {
      ...{ patientId, language, name: `${person.givenName} ${person.familyName}`, subject: words.subject },
      lines: [
        ...[words.hello(`${person.givenName} ${person.familyName}`), words.why(on), words.not],
        ...[
          words.call(clinic.phone),
          words.urgent(emergency.join(language === 'fr' ? ' ou ' : ' or ')),
          words.record,
          clinic.name,
        ],
      ],
      told: answer.told.has(patientId),
    })
  }
  return [...letters.values()]
}
