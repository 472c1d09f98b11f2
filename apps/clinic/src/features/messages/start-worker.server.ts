import { run } from 'graphile-worker'
import pg from 'pg'
import type { House } from '#platform/house/house.server.ts'

/** Starts working through the jobs that bookings and the clock leave behind. */
export async function startWorker(house: House): Promise<{ close(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: house.settings.databaseUrl, max: 4 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const runner = await run({ pgPool: pool, concurrency: 2, noHandleSignals: true, pollInterval: 1000, taskList: {} })
  return {
    close: async () => {
      await runner.stop()
      await pool.end()
    },
  }
}
