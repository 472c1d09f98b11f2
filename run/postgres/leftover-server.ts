import { realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { LaunchFault } from '../launch-fault.ts'
import { isNumberInUse, servesCluster, signal } from '../processes.ts'
import { findServerState } from './readiness.ts'

/**
 * Ends a server that outlived everything of ours (guard and parents were killed), and removes a postmaster.pid whose number
 * now belongs to somebody else or to a process that is dead but not yet buried: PostgreSQL would take either for itself. It
 * still sees, by its shared memory, whether children of the killed server live. Only called by the holder of the data's claim.
 */
export async function clearLeftoverServer(cluster: string): Promise<void> {
  const state = await findServerState(cluster)
  if (!state || !isNumberInUse(state.pid)) return
  const real = await realpath(cluster)
  if (!servesCluster(state.pid, real)) {
    await rm(join(cluster, 'postmaster.pid'), { force: true })
    return
  }
  const escalation: NodeJS.Signals[] = ['SIGINT', 'SIGQUIT', 'SIGKILL']
  for (const name of escalation) {
    signal(state.pid, name)
    for (let waitedMs = 0; waitedMs < 10_000; waitedMs += 50) {
      if (!servesCluster(state.pid, real)) return
      await delay(50)
    }
  }
  throw new LaunchFault(`An earlier PostgreSQL (process ${state.pid}) does not end: end it, then start again.`)
}
