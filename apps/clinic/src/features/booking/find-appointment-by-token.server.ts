import type { Caller } from '#features/access/index.server.ts'
import type { ManagedVisit } from './visit.ts'

/** The appointment that a link of a confirmation opens, in whichever clinic of the house; undefined for an unknown link. */
export async function findAppointmentByToken(_caller: Caller, _token: string): Promise<ManagedVisit | undefined> {
  throw new Error('not built yet')
}
