import type { Caller } from '#features/access/index.server.ts'
import { type NotAllowed, openRecord } from '#features/records/index.server.ts'
import { listReaders } from './readers.queries.server.ts'

/** One person's act on the patient's record on one local day. `lastAt` in epoch ms. */
export type AccessLine = {
  on: string
  actorName: string
  action: string
  outcome: 'allowed' | 'refused'
  times: number
  lastAt: number
}

/** Who of the team opened the patient's own record, newest first. */
export function readOwnAccessLog(caller: Caller): Promise<AccessLine[] | NotAllowed> {
  const { clinic, actor } = caller
  const patientId = actor.kind === 'patient' ? actor.patientId : undefined
  return openRecord(caller, { action: 'readOwnSpace', patientId, detail: 'access log' }, async (tx) => {
    const rows = await listReaders(tx, clinic.clinicId, patientId!, clinic.timeZone)
    return rows.map((row) => ({ ...row, outcome: row.outcome === 'refused' ? 'refused' : 'allowed' }))
  })
}
