import type { Caller } from '#features/access/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { countForecastDays } from './check-ins.queries.server.ts'

/** Day reports that had a forecast, and how many of them were no more marked than 9 courses in 10. */
export type ForecastRecord = { inside: number; of: number }

const keptMs = 600_000

/** How this clinic's forecasts have held so far: two numbers, nobody's record. */
export function readForecastRecord({ house, clinic }: Caller): Promise<ForecastRecord> {
  const { clinicId } = clinic
  return house.cache.get(clinicId, 'forecast record', keptMs, () =>
    inClinic(house.db, clinicId, (tx) => countForecastDays(tx, clinicId)),
  )
}
