import type pg from 'pg'
import { copyOut } from './copy.server.ts'
import { readRows } from './copy-text.ts'

/* The queue is a library's, and its tables change with it: jobs travel as what they ask for, never as rows. */

export const waitingJobColumns = ['task', 'payload', 'key', 'run_at', 'max_attempts']

/** Jobs of clinics that nobody has finished; what the clock makes each minute comes back by itself. */
export function copyWaitingJobs(client: pg.ClientBase): AsyncIterable<Buffer> {
  return copyOut(
    client,
    `copy (select t.identifier, j.payload, j.key, j.run_at, j.max_attempts
       from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where j.payload ->> 'clinicId' is not null and j.attempts < j.max_attempts order by j.id) to stdout`,
  )
}

/** How many jobs came along: those still to come are in the queue again, by task; the overdue are not, since they may have been done elsewhere. */
export type JobsTaken = { toCome: Record<string, number>; overdue: Record<string, number> }

/**
 * Asks again for what was due after `at` (epoch ms), in the caller's transaction. What was due before is only counted: the
 * house that the backup was taken from has most likely sent it, and nobody wants a reminder twice.
 */
export function makeJobTaker(client: pg.ClientBase, at: number) {
  const taken: JobsTaken = { toCome: {}, overdue: {} }
  const read = readRows(waitingJobColumns)
  return {
    taken,
    async take(lines: Buffer): Promise<void> {
      for (const cell of read(lines.toString('utf8'))) {
        const task = cell('task')!
        const runAt = cell('run_at')!
        const isToCome = Date.parse(runAt.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')) > at
        const counts = isToCome ? taken.toCome : taken.overdue
        counts[task] = (counts[task] ?? 0) + 1
        if (isToCome)
          await client.query(
            'select graphile_worker.add_job($1, $2::json, job_key => $3, run_at => $4::timestamptz, max_attempts => $5::int)',
            [task, cell('payload'), cell('key'), runAt, cell('max_attempts')],
          )
      }
    },
  }
}
