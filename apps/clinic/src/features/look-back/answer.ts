import type { Exposure } from './exposure.ts'
import type { LookBack } from './look-backs.queries.server.ts'
import type { Named, Person } from './people.queries.server.ts'

/** Everything that a look-back answers, before it is put into words. */
export type Answer = {
  lookBack: LookBack
  askedByName: string
  exposures: Exposure[]
  people: ReadonlyMap<string, Person>
  named: readonly Named[]
  /** Treatment -> its rooms' ids and its cartridges 'lot/unit'. */
  places: ReadonlyMap<string, { rooms: string[]; cartridges: string[] }>
  told: ReadonlyMap<string, { way: string; toldAt: number }>
  limits: Limits
  timeZone: string
}

/** In how many treatments it was looked, and in how many of them something is missing that could have told. */
export type Limits = {
  checked: number
  withoutLot: number
  withoutDevice: number
  withoutRoom: number
  /** Not sealed: more may come. */
  open: number
  /** Something reached the server late; what a tablet has not sent at all, the server cannot count. */
  late: number
}

/** The people of one order and certainty: never added to those of another. */
export function countPeople(exposures: readonly Exposure[], order: 1 | 2, certainty: Exposure['certainty']): number {
  return new Set(
    exposures.filter((one) => one.order === order && one.certainty === certainty).map(({ patientId }) => patientId),
  ).size
}

/** Whether there is any way to reach somebody. */
export function isReachable({ phone, email }: Pick<Person, 'phone' | 'email'>): boolean {
  return phone.replaceAll(/\D/g, '').length >= 6 || /.@./.test(email)
}
