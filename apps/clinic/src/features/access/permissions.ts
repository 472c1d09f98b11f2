/**
 * The one place that decides who may do what. Everything that is not granted here is refused.
 * A grant names roles of the team, the patient for their own record, or everyone; `doctor` adds the attribute, and
 * `onTheirDay` names roles that reach a patient's record only on a day on which that patient comes.
 */
export const grants = {
  readSite: { everyone: true },
  book: { everyone: true },
  manageAppointmentByLink: { everyone: true },
  signIn: { everyone: true },
  useDemo: { everyone: true, demoOnly: true },
  readOwnSpace: { patient: true },
  sendCheckIn: { patient: true },
  readDay: { roles: ['owner', 'practitioner', 'assistant', 'frontDesk'] },
  registerArrival: { roles: ['owner', 'practitioner', 'assistant', 'frontDesk'] },
  registerNoShow: { roles: ['owner', 'practitioner', 'assistant', 'frontDesk'] },
  moveAppointment: { roles: ['owner', 'practitioner', 'assistant', 'frontDesk'] },
  readRecord: { roles: ['practitioner', 'assistant'], onTheirDay: ['assistant'] },
  planCourse: { roles: ['practitioner'], doctor: true },
  openTreatment: { roles: ['practitioner'], doctor: true },
  examine: { roles: ['practitioner'], doctor: true },
  runTreatment: { roles: ['practitioner', 'assistant'] },
  handlePlasma: { roles: ['practitioner', 'assistant'] },
  sealTreatment: { roles: ['practitioner'], doctor: true },
  answerRedFlag: { roles: ['practitioner'] },
  lookBack: { roles: ['owner', 'practitioner'] },
  readStock: { roles: ['owner', 'practitioner', 'assistant'] },
  keepStock: { roles: ['owner', 'practitioner', 'assistant'] },
  recallLot: { roles: ['owner', 'practitioner', 'assistant'] },
  liftRecall: { roles: ['owner', 'practitioner'] },
} as const satisfies Record<string, Grant>

export type Action = keyof typeof grants

type RoleName = 'owner' | 'practitioner' | 'assistant' | 'frontDesk'
type Grant = {
  everyone?: true
  demoOnly?: true
  patient?: true
  roles?: readonly RoleName[]
  doctor?: true
  onTheirDay?: readonly RoleName[]
}

type Asker =
  | { kind: 'nobody' }
  | { kind: 'patient'; patientId: string }
  | { kind: 'member'; roles: readonly RoleName[]; doctor: boolean }
  | { kind: 'system' }

export type About = {
  /** Whose record it is, where one is concerned: a patient may touch their own only. */
  patientId?: string
  /** That patient has an appointment today. */
  comesToday?: boolean
  /** This house is a demo. */
  isDemo?: boolean
}

/**
 * Whether `actor` may do `action`. Denies by default: unknown actions, other people's records, missing attributes.
 * Without `patientId` it answers for the door and the button; the record asks again with it.
 */
export function may(actor: Asker, action: Action, about: About = {}): boolean {
  const grant: Grant | undefined = Object.hasOwn(grants, action) ? grants[action] : undefined
  if (!grant) return false
  if (grant.demoOnly && !about.isDemo) return false
  if (grant.everyone) return true
  if (actor.kind === 'patient')
    return grant.patient === true && (about.patientId === undefined || about.patientId === actor.patientId)
  if (actor.kind !== 'member' || (grant.doctor && !actor.doctor)) return false
  const granted = actor.roles.filter((role) => grant.roles?.includes(role))
  if (about.patientId === undefined || about.comesToday) return granted.length > 0
  return granted.some((role) => !grant.onTheirDay?.includes(role))
}
