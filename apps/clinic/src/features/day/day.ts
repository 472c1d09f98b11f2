/** One resource used by an appointment for one stretch of time (epoch ms). */
export type ResourceUse = { resourceId: string; phaseKind: string; startsAt: number; endsAt: number }

export type DayAppointment = {
  appointmentId: string
  patientId: string
  givenName: string
  familyName: string
  birthOn: string
  phone: string
  allergiesStatus: string
  service: string
  serviceKind: string
  startsAt: number
  endsAt: number
  status: string
  isLate: boolean
  verdictKind: string
  treatmentId: string | undefined
  isSealed: boolean
  uses: ResourceUse[]
}

/** A clinic's day: local date `on`, its bounds and the present moment in epoch ms. */
export type Day = {
  on: string
  fromAt: number
  toAt: number
  nowAt: number
  lanes: { resourceId: string; kind: string; name: string }[]
  appointments: DayAppointment[]
}
