import type { Caller } from '#features/access/index.server.ts'
import { type NotAllowed, openRecord } from '#features/records/index.server.ts'
import { insertNotices } from './look-backs.queries.server.ts'
import { answer } from './read-look-back.server.ts'

/** Notes that people were told, by letter or by telephone. Only those whom the look-back names; the others are left out. */
export async function noteTold(
  caller: Caller,
  lookBackId: string,
  way: 'letter' | 'call',
  patientIds: readonly string[],
): Promise<{ noted: number } | undefined | NotAllowed> {
  const { clinic, actor, nowAt } = caller
  return openRecord(caller, { action: 'lookBack', detail: `${way} noted for look-back ${lookBackId}` }, async (tx) => {
    const found = await answer(tx, caller, lookBackId, `${way} noted`)
    if (!found || actor.kind !== 'member') return undefined
    const told = [...new Set(patientIds)].filter((patientId) =>
      found.exposures.some((exposure) => exposure.patientId === patientId),
    )
    await insertNotices(tx, clinic.clinicId, { lookBackId, way, toldBy: actor.memberId, toldAt: nowAt }, told)
    return { noted: told.length }
  })
}
