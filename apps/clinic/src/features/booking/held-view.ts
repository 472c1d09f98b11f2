import { longDate, patientTime } from '#platform/languages/dates.ts'
import type { Language } from '#platform/languages/languages.ts'
import { capitalize, duration, euros } from './day-layout.ts'
import type { HeldVisit } from './hold.ts'
import type { Service } from './service.ts'
import type { ManagedVisit } from './visit.ts'

/** An appointment as every summary names it. */
export type VisitView = { what: string; when: string; who: string; where: string; price: string }

/** A held time with what is left of it. */
export type HeldView = { visit: VisitView; leftMs: number; untilTime: string; city: string; extended: boolean }

export function viewVisit(
  visit: Pick<HeldVisit | ManagedVisit, 'serviceName' | 'date' | 'localTime' | 'practitionerName'>,
  { address, service, language }: { address: string; service: Service | undefined; language: Language },
): VisitView {
  const { serviceName, date, localTime, practitionerName } = visit
  return {
    what: service ? `${serviceName}, ${duration(service.patientMinutes, language)}` : serviceName,
    when: `${capitalize(longDate(date, language))}, ${patientTime(localTime, language)}`,
    who: practitionerName ?? '',
    where: address,
    price: service?.priceCents === undefined ? '' : euros(service.priceCents, language),
  }
}
