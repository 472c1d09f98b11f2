import { Logger, run } from 'graphile-worker'
import pg from 'pg'

/** A job's work: it may be run again after a failure, so doing it twice must be the same as once. */
export type Task = (payload: unknown) => Promise<void>

/**
 * Works through the queue until closed, two jobs at a time; any number of processes may.
 * @param databaseUrl the database's owner, who also owns the queue
 * @param everyMinute names of tasks that the first process past each full minute runs
 */
export async function runJobs(options: {
  databaseUrl: string
  tasks: Readonly<Record<string, Task>>
  everyMinute: readonly string[]
}): Promise<{ close(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: options.databaseUrl, max: 4 })
  // A server that goes away must not bring the process down: the queue asks again by itself.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const runner = await run({
    pgPool: pool,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 1000,
    taskList: options.tasks,
    crontab: options.everyMinute.map((task) => `* * * * * ${task} ?jobKey=${task}`).join('\n'),
    logger: new Logger(() => (level, message) => {
      if (level === 'error') console.error(JSON.stringify({ at: new Date().toISOString(), jobs: message }))
    }),
  })
  return {
    close: async () => {
      await runner.stop()
      await pool.end()
    },
  }
}
