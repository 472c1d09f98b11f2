import type { Caller } from '#features/access/index.server.ts'
import { type NotAllowed, openRecord } from '#features/records/index.server.ts'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { dayBounds } from '#platform/languages/dates.ts'
import type { Answer, Limits } from './answer.ts'
import type { Checked } from './exposures.queries.server.ts'
import { findExposed } from './find-exposed.server.ts'
import {
  findLookBack,
  type LookBack,
  listLookBacks,
  listNotices,
  writePatientLines,
} from './look-backs.queries.server.ts'
import { listNamed, listPeople, listPlaces, type Named } from './people.queries.server.ts'

/** What the form offers, and the questions that were asked before. */
export async function readLookBackDesk(caller: Caller): Promise<{ named: Named[]; asked: LookBack[] } | NotAllowed> {
  const { clinicId } = caller.clinic
  return openRecord(caller, { action: 'lookBack', detail: 'list of look-backs' }, async (tx) => ({
    named: await listNamed(tx, clinicId),
    asked: await listLookBacks(tx, clinicId),
  }))
}

/**
 * Answers a question that was asked, from what the record says now: one look, one line, and one in the access log of each
 * patient whom it names.
 * @param what which view of it, for the access log: 'table', 'letters', 'export'
 * @returns undefined when this clinic has no such look-back
 */
export async function readLookBack(
  caller: Caller,
  lookBackId: string,
  what: 'table' | 'graph' | 'letters' | 'export',
): Promise<Answer | undefined | NotAllowed> {
  return openRecord(caller, { action: 'lookBack', detail: `${what} of look-back ${lookBackId}` }, (tx) =>
    answer(tx, caller, lookBackId, what),
  )
}

/** The same within a transaction that has passed the door. */
export async function answer(
  tx: ClinicTransaction,
  caller: Caller,
  lookBackId: string,
  what: string,
): Promise<Answer | undefined> {
  const { clinic, actor, nowAt } = caller
  const { clinicId, timeZone } = clinic
  const lookBack = await findLookBack(tx, clinicId, lookBackId)
  if (!lookBack) return undefined
  const span = { fromAt: dayBounds(lookBack.fromOn, timeZone).fromAt, toAt: dayBounds(lookBack.toOn, timeZone).toAt }
  const { exposures, checked } = await findExposed(tx, { clinicId, timeZone }, lookBack, span)
  const index = lookBack.kind === 'patient' ? [lookBack.source] : []
  const named = [...new Set([...exposures.map(({ patientId }) => patientId), ...index])]
  await writePatientLines(tx, clinicId, { actor, at: nowAt, detail: `${what} of look-back ${lookBackId}` }, named)
  const things = await listNamed(tx, clinicId)
  return {
    lookBack,
    askedByName: things.find(({ id }) => id === lookBack.askedBy)?.name ?? '',
    exposures,
    people: await listPeople(tx, clinicId, named),
    named: things,
    places: gatherPlaces(await listPlaces(tx, clinicId, exposures)),
    told: await listNotices(tx, clinicId, lookBackId),
    limits: countLimits(checked),
    timeZone,
  }
}

function gatherPlaces(rows: Awaited<ReturnType<typeof listPlaces>>): Answer['places'] {
  const places = new Map<string, { rooms: string[]; cartridges: string[] }>()
  for (const { treatmentId, kind, source } of rows) {
    const place = places.get(treatmentId) ?? { rooms: [], cartridges: [] }
    const list = kind === 'room' ? place.rooms : place.cartridges
    if (!list.includes(source)) list.push(source)
    places.set(treatmentId, place)
  }
  return places
}

function countLimits(checked: readonly Checked[]): Limits {
  const touched = checked.filter((one) => one.touched)
  return {
    checked: checked.length,
    withoutLot: touched.filter(({ hasLot }) => !hasLot).length,
    withoutDevice: touched.filter(({ hasDevice }) => !hasDevice).length,
    withoutRoom: touched.filter(({ hasRoom }) => !hasRoom).length,
    open: checked.filter(({ isOpen }) => isOpen).length,
    late: checked.filter(({ cameLate }) => cameLate).length,
  }
}
