import { randomUUID } from 'node:crypto'
import type { Caller } from '#features/access/index.server.ts'
import { openRecord } from '#features/records/index.server.ts'
import { listName } from '#features/treatments/index.server.ts'
import { localTime } from '#platform/languages/dates.ts'
import type { BenchRefusal } from './answers.ts'
import { hasPrp } from './at-the-bench.server.ts'
import { insertClosing, listOpenTubes } from './day.queries.server.ts'
import { listIdentities } from './people.queries.server.ts'
import { readTubes } from './stored-tube.server.ts'

/** Says that the day is over at the bench. Refused, by name, while a tube is not accounted for. */
export async function closeDay(caller: Caller): Promise<{ closed: true } | BenchRefusal> {
  const { clinic, actor, nowAt, house } = caller
  if (!(await hasPrp(caller))) return { refusal: 'NoPrpHere' }
  const dayOn = localTime(nowAt, clinic.timeZone).on
  const access = { action: 'handlePlasma', detail: `close ${dayOn}` } as const
  const answer = await openRecord(caller, access, async (tx): Promise<{ closed: true } | BenchRefusal> => {
    const open = await readTubes(tx, clinic.clinicId, await listOpenTubes(tx, clinic.clinicId))
    if (open.length > 0) {
      const people = await listIdentities(
        tx,
        clinic.clinicId,
        open.map(({ patientId }) => patientId),
      )
      const tubes = open.map(({ tube, patientId }) => ({
        label: tube.label ?? '',
        name: listName(people.get(patientId)!),
      }))
      return { refusal: 'TubesUnaccounted', tubes }
    }
    const closedBy = actor.kind === 'member' ? actor.memberId : ''
    await insertClosing(tx, clinic.clinicId, { closingId: randomUUID(), dayOn, closedAt: nowAt, closedBy })
    return { closed: true }
  })
  if ('closed' in answer) house.changed(clinic.clinicId)
  return answer
}
