import { longDate as longDateWithoutWeekday } from '@pointille/protocol'
import { localTime, longDate, patientTime } from '#platform/languages/dates.ts'
import type { Language } from '#platform/languages/languages.ts'
import type { Letter } from './letter.ts'
import { letterWords } from './words.ts'

/** What a letter about an appointment says. It names no treatment: letters travel open. */
export type VisitFacts = {
  givenName: string
  language: Language
  startAt: number
  practitionerName: string | undefined
  clinic: {
    name: string
    timeZone: string
    city: string
    address: string
    phone: string
    accessFr: string
    accessEn: string
    freeCancelHours: number
  }
}

export function confirmationLetter(visit: VisitFacts, manageUrl: string): Letter {
  const words = letterWords[visit.language]
  return {
    subject: words.confirmation.subject(dayOf(visit)),
    paragraphs: [
      words.hello(visit.givenName),
      words.confirmation.opening,
      whenAndWho(visit),
      ...place(visit),
      words.freeUntil(visit.clinic.freeCancelHours),
      { label: words.manage, href: manageUrl },
      words.signature(visit.clinic.name),
    ],
  }
}

/** The new day first, the old one after it. */
export function changeLetter(visit: VisitFacts, insteadOfAt: number, manageUrl: string): Letter {
  const words = letterWords[visit.language]
  const old = localTime(insteadOfAt, visit.clinic.timeZone)
  return {
    subject: words.change.subject(dayOf(visit)),
    paragraphs: [
      words.hello(visit.givenName),
      words.change.opening,
      whenAndWho(visit),
      words.insteadOf(longDate(old.on, visit.language), patientTime(old.time, visit.language)),
      ...place(visit),
      words.freeUntil(visit.clinic.freeCancelHours),
      { label: words.manage, href: manageUrl },
      words.signature(visit.clinic.name),
    ],
  }
}

export function cancellationLetter(
  visit: VisitFacts,
  { by, free, bookUrl }: { by: 'patient' | 'clinic'; free: boolean; bookUrl: string },
): Letter {
  const words = letterWords[visit.language]
  const { cancellation } = words
  return {
    subject: cancellation.subject(dayOf(visit)),
    paragraphs: [
      words.hello(visit.givenName),
      by === 'clinic' ? cancellation.byClinic : cancellation.opening,
      whenAndWho(visit),
      free || by === 'clinic' ? cancellation.free : cancellation.late(visit.clinic.freeCancelHours),
      { label: words.bookAgain, href: bookUrl },
      words.phone(visit.clinic.phone),
      words.signature(visit.clinic.name),
    ],
  }
}

export function patientLinkLetter(
  { givenName, language, clinicName }: { givenName: string; language: Language; clinicName: string },
  { href, hours }: { href: string; hours: number },
): Letter {
  const words = letterWords[language]
  const { subject, opening, until, enter, notYou } = words.patientLink
  return {
    subject,
    paragraphs: [
      words.hello(givenName),
      opening,
      { label: enter, href },
      until(hours),
      notYou,
      words.signature(clinicName),
    ],
  }
}

/** '24 novembre' · '24 November'. */
function dayOf({ startAt, language, clinic }: VisitFacts): string {
  return longDateWithoutWeekday(localTime(startAt, clinic.timeZone).on, language).replace(/ \d{4}$/, '')
}

function whenAndWho({ startAt, language, clinic, practitionerName }: VisitFacts): string {
  const words = letterWords[language]
  const { on, time } = localTime(startAt, clinic.timeZone)
  const when = words.when(longDate(on, language), patientTime(time, language), clinic.city)
  return practitionerName ? `${when}\n${words.withWhom(practitionerName)}` : when
}

function place({ language, clinic }: VisitFacts): string[] {
  const words = letterWords[language]
  const access = language === 'fr' ? clinic.accessFr : clinic.accessEn
  const lines = [clinic.name, clinic.address, words.phone(clinic.phone)]
  return access === '' ? [lines.join('\n')] : [lines.join('\n'), words.access(access)]
}
