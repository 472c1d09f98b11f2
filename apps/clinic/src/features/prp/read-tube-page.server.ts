import {
  countedSpin,
  minutesSinceDraw,
  type PrpIdentity,
  plasmaLimitMinutes,
  possiblePrpEvents,
  runningSpin,
  splitAtDifference,
  type TubeStatus,
} from '@pointille/protocol'
import type { Caller } from '#features/access/index.server.ts'
import { type NotAllowed, openRecord } from '#features/records/index.server.ts'
import { wallClock } from '#features/treatments/index.server.ts'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { dayBounds, localTime } from '#platform/languages/dates.ts'
import { hasPrp } from './at-the-bench.server.ts'
import { listPlaces } from './centrifuge.queries.server.ts'
import { countOpenTubes } from './day.queries.server.ts'
import { findInTreatment, listIdentities, listInTreatment, listNames } from './people.queries.server.ts'
import { showChoices, showPerson } from './show-person.server.ts'
import { readTube, type StoredTube } from './stored-tube.server.ts'
import { findTube } from './tubes.queries.server.ts'
import type { DifferingLine, ShownPerson, TubeView } from './views.ts'

const stepOf: Readonly<Record<TubeStatus, number>> = {
  ...{ notDrawn: 1, drawn: 1, labelled: 2, spinning: 2, spun: 3, matched: 3 },
  ...{ inSyringe: 4, applied: 4, closed: 4, stopped: 3, discarded: 4 },
}

/** One tube's page; undefined where there is no such tube, or no plasma. */
export async function readTubePage(caller: Caller, tubeId: string): Promise<TubeView | NotAllowed | undefined> {
  const { house, clinic } = caller
  if (!(await hasPrp(caller))) return undefined
  const row = await inClinic(house.db, clinic.clinicId, (tx) => findTube(tx, clinic.clinicId, tubeId))
  if (!row) return undefined
  const access = { action: 'handlePlasma', patientId: row.patientId, detail: `tube ${tubeId}` } as const
  return openRecord(caller, access, async (tx) => viewTube(tx, caller, await readTube(tx, clinic.clinicId, row)))
}

async function viewTube(tx: ClinicTransaction, caller: Caller, stored: StoredTube): Promise<TubeView> {
  const { clinic, language, nowAt } = caller
  const { clinicId, timeZone } = clinic
  const { tube, patientId } = stored
  const identity = (await listIdentities(tx, clinicId, [patientId])).get(patientId)!
  const donor = showPerson(identity, language)
  const places = await listPlaces(tx, clinicId)
  const names = await listNames(tx, clinicId)
  const time = (at: string | number) => wallClock(at, timeZone)
  const drawnAt = Date.parse(tube.draw!.at)
  const minutes = minutesSinceDraw(tube.draw!.at, new Date(nowAt).toISOString())
  const spin = countedSpin(tube)
  const spinPlace = places.find(({ placeId }) => placeId === spin?.placeId)
  const running = runningSpin(tube)
  const endsAt = running && Date.parse(running.startedAt) + running.minutes * 60_000
  const { fromAt } = dayBounds(localTime(nowAt, timeZone).on, timeZone)
  return {
    ...{ tubeId: stored.tubeId, treatmentId: stored.treatmentId, label: tube.label ?? '' },
    ...{ status: tube.status, step: stepOf[tube.status], possible: possiblePrpEvents(tube), donor, drawnAt, nowAt },
    drawnTime: time(drawnAt),
    minutesSinceDraw: minutes,
    late: minutes > plasmaLimitMinutes && !tube.application,
    voidLabels: tube.voidLabels,
    spin: spin && {
      ...{ minutes: spin.minutes, forceG: spin.forceG, radiusMm: spin.radiusMm },
      ...{ rotor: spinPlace?.rotor ?? 1, place: spinPlace?.place ?? 1 },
      byName: names.get(spin.by) ?? '',
      endTime: time(spin.endedAt ?? spin.startedAt),
    },
    running: running && { endsAt: endsAt!, endTime: time(endsAt!), minutes: running.minutes, forceG: running.forceG },
    // Who matched is the donor: the machine lets nobody else pass.
    match: tube.match && { time: time(tube.match.at), person: donor },
    syringeLabel: tube.syringeLabel,
    application: tube.application && {
      time: time(tube.application.at),
      delayMinutes: minutesSinceDraw(tube.draw!.at, tube.application.at),
    },
    mismatch: await viewMismatch(tx, caller, stored, donor),
    discard: tube.discard && { reason: tube.discard.reason, note: tube.discard.note ?? '' },
    places,
    people: showChoices(await listInTreatment(tx, clinicId, fromAt), language),
    orphans: await countOpenTubes(tx, clinicId),
  }
}

async function viewMismatch(
  tx: ClinicTransaction,
  { clinic, language }: Caller,
  { tube: { mismatch, colleagueCalledAt } }: StoredTube,
  donor: ShownPerson,
): Promise<TubeView['mismatch']> {
  if (!mismatch) return undefined
  const { said, at, differs } = mismatch
  const found = said.treatmentId && (await findInTreatment(tx, clinic.clinicId, said.treatmentId))
  const identity: PrpIdentity = { ...said, ...(found ? { fileNumber: found.identity.fileNumber } : {}) }
  const front = showPerson(identity, language)
  const line = (a: string, b: string): DifferingLine => ({
    differs: a !== b,
    tube: splitAtDifference(a, b),
    front: splitAtDifference(b, a),
  })
  const lines = [line(donor.name, front.name), line(donor.birth, front.birth)]
  if (front.file !== '' || differs.includes('fileNumber')) lines.push(line(donor.file, front.file))
  return {
    time: wallClock(at, clinic.timeZone),
    lines,
    calledTime: colleagueCalledAt && wallClock(colleagueCalledAt, clinic.timeZone),
  }
}
