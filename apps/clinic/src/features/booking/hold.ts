/** A short claim on a start: 10 minutes, extendable once by 10 minutes from then. */
export const holdMs = 10 * 60_000

export type Hold = {
  /** 128 random bits, the only key to the hold: it is in no list and no URL of a page. */
  holdId: string
  /** Epoch ms. */
  expiresAt: number
}

/** A hold as the later steps show it. */
export type HeldVisit = {
  holdId: string
  appointmentId: string
  state: 'held' | 'expired' | 'confirmed'
  expiresAt: number
  extended: boolean
  serviceId: string
  serviceName: string
  serviceKind: 'consultation' | 'treatment'
  startAt: number
  endAt: number
  date: string
  localTime: string
  timeZone: string
  practitionerName: string | undefined
}

/** What confirming needs to know of the patient; the birth date comes from the health questions. */
export type PatientDetails = {
  givenName: string
  familyName: string
  phone: string
  email: string
  language: 'fr' | 'en'
}

export type Confirmation = {
  appointmentId: string
  /** Opens the page to cancel or move without a sign-in. */
  manageToken: string
  /** The same as an address, in the patient's language. */
  manageUrl: string
}
