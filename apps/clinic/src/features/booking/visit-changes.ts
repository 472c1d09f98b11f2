type Visit = { status: string; startsAt: number }

/** Cancelling and moving are possible until the appointment begins. Instants are epoch ms. */
export function isChangeable({ status, startsAt }: Visit, nowAt: number): boolean {
  return status === 'booked' && startsAt > nowAt
}

/** Until when cancelling costs nothing. */
export function freeCancelUntil({ startsAt }: Visit, freeCancelHours: number): number {
  return startsAt - freeCancelHours * 3_600_000
}
