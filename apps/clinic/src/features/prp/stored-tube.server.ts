import { type PrpEvent, parsePrpEvent, replayTube, type Tube } from '@pointille/protocol'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { listTubeEvents, type TubeRow } from './tubes.queries.server.ts'

/** A tube with all that happened to it. */
export type StoredTube = TubeRow & { tube: Tube; events: PrpEvent[]; seq: number; head: string | undefined }

/**
 * Tubes with the state that their events make, by the same machine that let the events in.
 * @throws when what is stored cannot have come about: somebody changed the database by hand
 */
export async function readTubes(
  tx: ClinicTransaction,
  clinicId: string,
  rows: readonly TubeRow[],
): Promise<StoredTube[]> {
  const stored = await listTubeEvents(
    tx,
    clinicId,
    rows.map(({ tubeId }) => tubeId),
  )
  return rows.map((row) => {
    const lines = stored.get(row.tubeId) ?? []
    const events = lines.map(({ canonical, seq }) => {
      const parsed = parsePrpEvent(JSON.parse(canonical))
      if ('refusal' in parsed) throw new Error(`tube ${row.tubeId}: event ${seq} cannot be read (${parsed.field})`)
      return parsed.event
    })
    const replayed = replayTube(events)
    if ('refusal' in replayed)
      throw new Error(`tube ${row.tubeId}: event ${replayed.seq} could not have come (${replayed.refusal})`)
    return { ...row, tube: replayed.tube, events, seq: lines.length, head: lines.at(-1)?.hash }
  })
}

export async function readTube(tx: ClinicTransaction, clinicId: string, row: TubeRow): Promise<StoredTube> {
  const [read] = await readTubes(tx, clinicId, [row])
  return read!
}
