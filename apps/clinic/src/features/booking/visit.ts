/** An appointment as its own patient sees it through their link. */
export type ManagedVisit = {
  appointmentId: string
  clinic: { clinicId: string; slug: string; name: string; timeZone: string }
  status: 'booked' | 'arrived' | 'inTreatment' | 'done' | 'cancelled' | 'noShow'
  serviceId: string
  serviceName: string
  serviceKind: 'consultation' | 'treatment'
  startAt: number
  endAt: number
  date: string
  localTime: string
  practitionerId: string | undefined
  practitionerName: string | undefined
  givenName: string
  /** The language the patient chose when booking. */
  language: 'fr' | 'en'
  /** Cancelling costs nothing until this instant; the clinic's own rule, in hours. */
  freeCancelHours: number
  freeCancelUntilAt: number
  /** Booked and not begun. */
  changeable: boolean
}
