import { appointmentMinutes } from '@pointille/scheduling'
import type { Caller } from '#features/access/index.server.ts'
import type { Language } from '#platform/languages/languages.ts'
import { type DiaryService, readDiary } from './diary.server.ts'
import type { Service } from './service.ts'

/** The clinic's services in its own order, named in the caller's language. */
export async function listServices({ house, clinic, language }: Caller): Promise<Service[]> {
  const diary = await readDiary(house, clinic)
  return diary.services.map((service) => ({
    serviceId: service.serviceId,
    kind: service.kind,
    name: nameOf(service, language),
    priceCents: service.priceCents,
    minutes: appointmentMinutes(service.phases),
    patientMinutes: service.phases.reduce((sum, phase) => sum + (phase.patient ? phase.minutes : 0), 0),
    phases: service.phases.map(({ kind, minutes, resources }) => ({ kind, minutes, resources })),
    practitioners: service.resources
      .filter((resource) => resource.kind === 'practitioner')
      .map(({ id, name }) => ({ practitionerId: id, name })),
  }))
}

export function nameOf(service: DiaryService, language: Language): string {
  return language === 'fr' ? service.nameFr : service.nameEn
}
