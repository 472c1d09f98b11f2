import { pathTo } from '../src/routes.ts'

/* The one table of what each may do: every route, every method. Whoever is not named is refused at the door. */

export const actors = [
  'owner',
  'practitioner',
  'assistant',
  'frontDesk',
  'patient',
  'nobody',
  /** Signed in, but in another clinic: here they are nobody. */
  'strangerOwner',
  'strangerPatient',
] as const
export type ActorName = (typeof actors)[number]
export type Language = 'fr' | 'en'

/** The values that stand in addresses: of the clinic that is walked, or of another one. */
export type Ids = {
  slug: string
  patient: string
  /** Of today, of `patient`. */
  appointment: string
  /** A sealed treatment of `patient`. */
  treatment: string
  openTreatment: string
  /** Of `patient`. */
  course: string
  manage: string
  hold: string
  /** A token that opens nothing. */
  spent: string
  day: number
  date: string
}

export type Opening = {
  for: readonly ActorName[]
  /** What those who pass get; a function where it depends on who asks. */
  status: number | ((actor: ActorName) => number)
  /** A POST that is no form. */
  json?: unknown
  /** The fields of a form. */
  form?: (ids: Ids) => Record<string, string>
  /** In another clinic's row: 403 or 404, or this. */
  foreignStatus?: number
}

export type Row = {
  path: (ids: Ids, language: Language) => string
  /** The same address with rows of another clinic: nobody may learn anything from it. */
  foreign?: true
  GET?: Opening
  POST?: Opening
  DELETE?: Opening
  /** Named actions of a page's forms. */
  actions?: Readonly<Record<string, Opening>>
}

const everyone = actors
const team = ['owner', 'practitioner', 'assistant', 'frontDesk'] as const
const care = ['practitioner', 'assistant'] as const
const investigators = ['owner', 'practitioner'] as const
const patient = ['patient'] as const

const page = (status = 200): Opening => ({ for: everyone, status })
const form = page
/** The booking's later steps lead back to the first where nothing was answered yet. */
const laterStep = { GET: { for: everyone, status: 303 } } as const
const atFirstStep: Opening = { for: everyone, status: 303 }
const doctorOnly =
  (allowed: number, refused = 403) =>
  (actor: ActorName) =>
    actor === 'practitioner' ? allowed : refused
const ofAppointment = ({ appointment }: Ids) => ({ appointment })

export const table: Readonly<Record<string, Row>> = {
  '/': { path: () => '/', GET: page(302) },
  '/healthz': { path: () => '/healthz', GET: page() },
  '/robots.txt': { path: () => '/robots.txt', GET: page() },
  '/[language=language]': { path: (_, language) => pathTo(language, 'home'), GET: page() },
  '/[language=language]/healing': { path: (_, language) => pathTo(language, 'healing'), GET: page() },
  '/[language=language]/indications/scars': { path: (_, language) => pathTo(language, 'scars'), GET: page() },
  '/[language=language]/safety': { path: (_, language) => pathTo(language, 'safety'), GET: page() },
  '/[language=language]/our-model': { path: (_, language) => pathTo(language, 'ourModel'), GET: page() },

  '/[language=language]/book/need': { path: (_, l) => pathTo(l, 'bookNeed'), GET: page(), POST: page(400) },
  '/[language=language]/book/health': { path: (_, l) => pathTo(l, 'bookHealth'), ...laterStep, POST: atFirstStep },
  '/[language=language]/book/time': {
    path: (_, l) => pathTo(l, 'bookTime'),
    ...laterStep,
    actions: { filter: atFirstStep, choose: atFirstStep, hold: atFirstStep },
  },
  '/[language=language]/book/details': {
    path: (_, l) => pathTo(l, 'bookDetails'),
    ...laterStep,
    actions: { keep: atFirstStep, extend: atFirstStep },
  },
  '/[language=language]/book/check': {
    path: (_, l) => pathTo(l, 'bookCheck'),
    ...laterStep,
    actions: { extend: atFirstStep, confirm: atFirstStep },
  },
  '/[language=language]/book/done': { path: (_, l) => pathTo(l, 'bookDone'), GET: page(303) },
  '/[language=language]/book/manage/[token]/move': {
    path: ({ manage }, l) => pathTo(l, 'bookMove', { token: manage }),
    GET: page(),
    actions: { choose: form(303), move: form(400) },
  },
  '/[language=language]/book/manage/[token]/appointment.ics': {
    path: ({ manage }, l) => pathTo(l, 'bookCalendar', { token: manage }),
    GET: page(),
  },
  '/[language=language]/book/manage/[token]': {
    path: ({ manage }, l) => pathTo(l, 'bookManage', { token: manage }),
    GET: page(),
    // The link is the permission, whoever holds it. Cancelling twice is cancelling once; it stands last because it does cancel.
    actions: { cancel: form(200) },
  },

  '/[language=language]/my': { path: (_, l) => pathTo(l, 'my'), GET: { for: patient, status: 200 } },
  '/[language=language]/my/access-log': {
    path: (_, l) => pathTo(l, 'myAccessLog'),
    GET: { for: patient, status: 200 },
  },
  '/[language=language]/my/healing/[treatment]/day/[day]': {
    path: ({ treatment, day }, l) => pathTo(l, 'myDay', { treatment, day }),
    foreign: true,
    GET: { for: patient, status: 200 },
    POST: { for: patient, status: 422 },
  },
  '/[language=language]/my/link': { path: (_, l) => pathTo(l, 'myLink'), GET: page(), POST: page(400) },
  '/[language=language]/my/enter/[token]': {
    path: ({ spent }, l) => pathTo(l, 'myEnter', { token: spent }),
    GET: page(),
    POST: page(410),
  },
  '/[language=language]/sign-in': {
    path: (_, l) => pathTo(l, 'signIn'),
    GET: { for: everyone, status: (actor) => (isMember(actor) ? 303 : 200) },
    POST: { for: everyone, status: (actor) => (isMember(actor) ? 303 : 401) },
  },
  // Without a password before it, a code opens nothing.
  '/[language=language]/sign-in/code': { path: (_, l) => pathTo(l, 'signInCode'), GET: page(303), POST: page(303) },
  '/[language=language]/sign-out': { path: (_, l) => pathTo(l, 'signOut'), GET: page(), POST: page(303) },
  '/[language=language]/invitation/[token]': {
    path: ({ spent }, l) => pathTo(l, 'invitation', { token: spent }),
    GET: page(),
    POST: page(410),
  },

  '/[language=language]/clinic': { path: (_, l) => pathTo(l, 'clinicHome'), GET: { for: team, status: 303 } },
  '/[language=language]/clinic/account': {
    path: (_, l) => pathTo(l, 'clinicSecurity'),
    GET: { for: team, status: 200 },
    actions: {
      start: { for: team, status: 401 },
      confirm: { for: team, status: 401 },
      renew: { for: team, status: 401 },
      stop: { for: team, status: 401 },
      password: { for: team, status: 400 },
    },
  },
  '/[language=language]/clinic/bell': { path: (_, l) => pathTo(l, 'clinicBell'), GET: { for: team, status: 200 } },
  '/[language=language]/clinic/day/[date]': {
    path: ({ date }, l) => pathTo(l, 'clinicDay', { date }),
    GET: { for: team, status: 200 },
    actions: {
      register: { for: team, status: 200, form: ofAppointment, foreignStatus: 409 },
      noShow: { for: team, status: 409, form: ofAppointment, foreignStatus: 409 },
      move: { for: team, status: 409, form: ofAppointment, foreignStatus: 409 },
      open: { for: team, status: doctorOnly(303, 409), form: ofAppointment, foreignStatus: 409 },
    },
  },
  '/[language=language]/clinic/to-do': {
    path: (_, l) => pathTo(l, 'clinicToDo'),
    GET: { for: team, status: 200 },
    actions: { answer: { for: team, status: doctorOnly(422) } },
  },
  '/[language=language]/clinic/patients/[patient]': {
    path: (ids, l) => pathTo(l, 'clinicPatient', { patient: ids.patient }),
    foreign: true,
    GET: { for: care, status: 200 },
    actions: { startCourse: { for: care, status: 400 } },
  },
  '/[language=language]/clinic/courses/[course]': {
    path: ({ course }, l) => pathTo(l, 'clinicCourse', { course }),
    foreign: true,
    GET: { for: care, status: 200 },
    actions: { save: { for: care, status: doctorOnly(422) } },
  },
  '/[language=language]/clinic/look-back': {
    path: (_, l) => pathTo(l, 'clinicLookBack'),
    GET: { for: investigators, status: 200 },
    POST: { for: investigators, status: 422 },
  },
  '/[language=language]/clinic/look-back/[look]': {
    path: ({ treatment }, l) => pathTo(l, 'clinicLookBackAnswer', { look: treatment }),
    GET: { for: investigators, status: 404 },
    actions: { told: { for: investigators, status: 404 } },
  },
  '/[language=language]/clinic/look-back/[look]/letters': {
    path: ({ treatment }, l) => pathTo(l, 'clinicLookBackLetters', { look: treatment }),
    GET: { for: investigators, status: 404 },
    POST: { for: investigators, status: 404 },
  },
  '/[language=language]/clinic/look-back/[look]/export.csv': {
    path: ({ treatment }, l) => pathTo(l, 'clinicLookBackExport', { look: treatment }),
    GET: { for: investigators, status: 404 },
  },
  '/[language=language]/clinic/prp': {
    path: (_, l) => pathTo(l, 'clinicPrp'),
    GET: { for: care, status: 200 },
    actions: {
      find: { for: care, status: 404 },
      draw: { for: care, status: 409 },
      close: { for: care, status: 303 },
    },
  },
  '/[language=language]/clinic/prp/[tube]': {
    path: ({ treatment }, l) => pathTo(l, 'clinicPrpTube', { tube: treatment }),
    GET: { for: care, status: 404 },
    actions: Object.fromEntries(
      ['check', 'reprint', 'spin', 'spun', 'match', 'fill', 'apply', 'remains', 'discard', 'call'].map((name) => [
        name,
        { for: care, status: 404 },
      ]),
    ),
  },
  '/[language=language]/clinic/prp/[tube]/label': {
    path: ({ treatment }, l) => pathTo(l, 'clinicPrpLabel', { tube: treatment }),
    GET: { for: care, status: 404 },
  },
  '/[language=language]/clinic/treatments/[treatment]': {
    path: ({ treatment }, l) => pathTo(l, 'clinicTreatment', { treatment }),
    foreign: true,
    GET: { for: care, status: 200 },
    actions: {
      identify: { for: care, status: 400 },
      examine: { for: care, status: 400 },
      amend: { for: care, status: 400 },
    },
  },
  '/[language=language]/clinic/treatments/[treatment]/consent': {
    path: ({ openTreatment }, l) => pathTo(l, 'clinicConsent', { treatment: openTreatment }),
    foreign: true,
    GET: { for: care, status: 200 },
    actions: { sign: { for: care, status: 409 }, withdraw: { for: care, status: 409 } },
  },
  '/[language=language]/clinic/treatments/[treatment]/run': {
    path: ({ openTreatment }, l) => pathTo(l, 'clinicRun', { treatment: openTreatment }),
    foreign: true,
    GET: { for: care, status: 200 },
  },
  '/[language=language]/clinic/treatments/[treatment]/events': {
    path: ({ treatment }, l) => `/${l}/clinic/treatments/${treatment}/events`,
    foreign: true,
    GET: { for: care, status: 200 },
    POST: { for: care, status: 200, json: { events: [{ kind: 'paused' }] } },
  },

  '/api/v1/openapi.json': { path: () => '/api/v1/openapi.json', GET: page() },
  '/api/v1/clinics': { path: () => '/api/v1/clinics', GET: page() },
  '/api/v1/clinics/[slug]/services': { path: ({ slug }) => `/api/v1/clinics/${slug}/services`, GET: page() },
  '/api/v1/clinics/[slug]/free-starts': {
    path: ({ slug }) => `/api/v1/clinics/${slug}/free-starts`,
    GET: page(400),
  },
  '/api/v1/clinics/[slug]/holds': {
    path: ({ slug }) => `/api/v1/clinics/${slug}/holds`,
    POST: { for: everyone, status: 400, json: {} },
  },
  '/api/v1/holds/[hold]': { path: ({ hold }) => `/api/v1/holds/${hold}`, DELETE: page(404) },
  '/api/v1/holds/[hold]/extend': {
    path: ({ hold }) => `/api/v1/holds/${hold}/extend`,
    POST: { for: everyone, status: 404, json: {} },
  },
  '/api/v1/holds/[hold]/confirm': {
    path: ({ hold }) => `/api/v1/holds/${hold}/confirm`,
    POST: { for: everyone, status: 400, json: {} },
  },
  '/api/v1/[...rest]': {
    path: () => '/api/v1/nowhere',
    GET: page(404),
    POST: { for: everyone, status: 404, json: {} },
  },

  '/demo': { path: () => '/demo', GET: page() },
  '/demo/outbox': { path: () => '/demo/outbox', GET: page() },
  '/demo/clock': { path: () => '/demo/clock', GET: page(), actions: { move: form(422) } },
  '/demo/pieces': { path: () => '/demo/pieces', GET: page() },
}

export function isMember(actor: ActorName): boolean {
  return team.some((name) => name === actor)
}
