import { minutesSinceDraw, plasmaLimitMinutes } from '@pointille/protocol'
import type { Caller } from '#features/access/index.server.ts'
import { type NotAllowed, openRecord } from '#features/records/index.server.ts'
import { wallClock } from '#features/treatments/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { dayBounds, localTime } from '#platform/languages/dates.ts'
import { hasPrp } from './at-the-bench.server.ts'
import { countOpenTubes, findClosing, listClosedTubes, listOpenTubes } from './day.queries.server.ts'
import { listIdentities, listInTreatment, listNames } from './people.queries.server.ts'
import { showChoices, showPerson } from './show-person.server.ts'
import { readTubes, type StoredTube } from './stored-tube.server.ts'
import type { BenchView, TubeLine } from './views.ts'

/** The bench: tubes under way, who may be drawn from, and how the day stands. Undefined where there is no plasma. */
export async function readBench(caller: Caller): Promise<BenchView | NotAllowed | undefined> {
  const { clinic, language, nowAt } = caller
  const { clinicId, timeZone } = clinic
  if (!(await hasPrp(caller))) return undefined
  const today = localTime(nowAt, timeZone).on
  const { fromAt } = dayBounds(today, timeZone)
  return openRecord(caller, { action: 'handlePlasma', detail: 'bench' }, async (tx): Promise<BenchView> => {
    const open = await readTubes(tx, clinicId, await listOpenTubes(tx, clinicId))
    const closed = await readTubes(tx, clinicId, await listClosedTubes(tx, clinicId, fromAt))
    const donors = await listIdentities(
      tx,
      clinicId,
      open.map(({ patientId }) => patientId),
    )
    const closing = await findClosing(tx, clinicId, today)
    const names = await listNames(tx, clinicId)
    const lineOf = ({ tubeId, patientId, tube }: StoredTube): TubeLine => {
      const minutes = minutesSinceDraw(tube.draw!.at, new Date(nowAt).toISOString())
      return {
        ...{ tubeId, label: tube.label ?? '', status: tube.status },
        person: showPerson(donors.get(patientId)!, language),
        minutesSinceDraw: minutes,
        late: minutes > plasmaLimitMinutes && tube.status !== 'applied',
      }
    }
    return {
      tubes: open.map(lineOf),
      people: showChoices(await listInTreatment(tx, clinicId, fromAt), language),
      applied: [...open, ...closed].filter(({ tube }) => tube.application).length,
      discarded: closed.filter(({ tube }) => tube.discard).length,
      closing: closing && {
        time: wallClock(closing.closedAt, timeZone),
        byName: names.get(closing.closedBy) ?? '',
      },
    }
  })
}

/** How many tubes wait to be accounted for: a number without names, for the list of what is to do. Undefined where there is no plasma. */
export async function countUnaccounted(caller: Caller): Promise<number | undefined> {
  const { house, clinic } = caller
  if (!(await hasPrp(caller))) return undefined
  return inClinic(house.db, clinic.clinicId, (tx) => countOpenTubes(tx, clinic.clinicId))
}
