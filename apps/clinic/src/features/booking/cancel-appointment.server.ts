import type { Caller } from '#features/access/index.server.ts'
import type { TooLateToChange, UnknownAppointment } from './refusals.ts'

/** Cancels by link, possible until the start. `free` tells whether the clinic's free delay was kept. Twice is the same as once. */
export async function cancelAppointment(
  _caller: Caller,
  _request: { token: string; origin: string },
): Promise<{ cancelled: true; free: boolean } | UnknownAppointment | TooLateToChange> {
  throw new Error('not built yet')
}
