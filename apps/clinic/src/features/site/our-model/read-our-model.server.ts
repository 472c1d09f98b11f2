import type { Caller } from '#features/access/index.server.ts'
import { type ForecastRecord, readForecastRecord } from '#features/check-ins/index.server.ts'

/** What the page about the model says of this clinic: how its forecasts have held. Numbers of follow-ups, nobody's record. */
export async function readOurModel(caller: Caller): Promise<{ record: ForecastRecord }> {
  return { record: await readForecastRecord(caller) }
}
