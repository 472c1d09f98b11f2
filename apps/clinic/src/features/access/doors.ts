import type { Action } from './permissions.ts'

/**
 * Every door of the building: SvelteKit's route id -> the action that one must be allowed to pass. A route that is not
 * listed here does not open, whoever asks. Use cases decide again, for the record they touch.
 */
const doors: Readonly<Record<string, Action>> = {
  '/': 'readSite',
  '/healthz': 'readSite',
  '/robots.txt': 'readSite',
  '/[language=language]': 'readSite',
  '/[language=language]/healing': 'readSite',
  '/[language=language]/indications/scars': 'readSite',
  '/[language=language]/safety': 'readSite',
  '/[language=language]/our-model': 'readSite',
  '/[language=language]/book/need': 'book',
  '/[language=language]/book/health': 'book',
  '/[language=language]/book/time': 'book',
  '/[language=language]/book/details': 'book',
  '/[language=language]/book/check': 'book',
  '/[language=language]/book/done': 'book',
  '/[language=language]/book/manage/[token]': 'manageAppointmentByLink',
  '/[language=language]/book/manage/[token]/move': 'manageAppointmentByLink',
  '/[language=language]/book/manage/[token]/appointment.ics': 'manageAppointmentByLink',
  '/[language=language]/my': 'readOwnSpace',
  '/[language=language]/my/enter/[token]': 'signIn',
  '/[language=language]/my/link': 'signIn',
  '/[language=language]/my/healing/[treatment]/day/[day]': 'sendCheckIn',
  '/[language=language]/my/access-log': 'readOwnSpace',
  '/[language=language]/sign-in': 'signIn',
  '/[language=language]/sign-in/code': 'signIn',
  '/[language=language]/sign-out': 'signIn',
  '/[language=language]/invitation/[token]': 'signIn',
  '/[language=language]/clinic': 'readDay',
  '/[language=language]/clinic/account': 'readDay',
  '/[language=language]/clinic/bell': 'readDay',
  '/[language=language]/clinic/day/[date]': 'readDay',
  '/[language=language]/clinic/to-do': 'readDay',
  '/[language=language]/clinic/look-back': 'lookBack',
  '/[language=language]/clinic/look-back/[look]': 'lookBack',
  '/[language=language]/clinic/look-back/[look]/letters': 'lookBack',
  '/[language=language]/clinic/look-back/[look]/export.csv': 'lookBack',
  '/[language=language]/clinic/patients/[patient]': 'readRecord',
  '/[language=language]/clinic/courses/[course]': 'readRecord',
  '/[language=language]/clinic/prp': 'handlePlasma',
  '/[language=language]/clinic/prp/[tube]': 'handlePlasma',
  '/[language=language]/clinic/prp/[tube]/label': 'handlePlasma',
  '/[language=language]/clinic/treatments/[treatment]': 'runTreatment',
  '/[language=language]/clinic/treatments/[treatment]/consent': 'runTreatment',
  '/[language=language]/clinic/treatments/[treatment]/run': 'runTreatment',
  '/[language=language]/clinic/treatments/[treatment]/events': 'runTreatment',
  '/api/v1/openapi.json': 'readSite',
  '/api/v1/clinics': 'book',
  '/api/v1/clinics/[slug]/services': 'book',
  '/api/v1/clinics/[slug]/free-starts': 'book',
  '/api/v1/clinics/[slug]/holds': 'book',
  '/api/v1/holds/[hold]': 'book',
  '/api/v1/holds/[hold]/extend': 'book',
  '/api/v1/holds/[hold]/confirm': 'book',
  '/api/v1/[...rest]': 'readSite',
  '/demo': 'useDemo',
  '/demo/outbox': 'useDemo',
  '/demo/clock': 'useDemo',
  '/demo/pieces': 'useDemo',
}

/** The action that guards a route, or undefined where there is no door. */
export function doorOf(routeId: string | null): Action | undefined {
  const door = routeId?.replace(/\/\([^)]+\)/g, '')
  return door !== undefined && Object.hasOwn(doors, door) ? doors[door] : undefined
}

/** All doors, for the test that walks them. */
export function listDoors(): readonly string[] {
  return Object.keys(doors)
}
