import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { GuardedServer } from './guard.ts'

/** How long a server may take to replay its log after a crash before we give up. */
const PATIENCE_MS = 120_000

/** Whether the server came to accept connections; false when it ended before. Reads the state it writes in postmaster.pid. */
export async function becameReady(server: GuardedServer, cluster: string): Promise<boolean> {
  let gone = false
  void server.ended.then(() => {
    gone = true
  })
  const deadline = Date.now() + PATIENCE_MS
  while (!gone && Date.now() < deadline) {
    const state = await findServerState(cluster)
    if (state?.pid === server.serverPid && state.ready) return true
    await delay(10)
  }
  if (!gone) await server.stop()
  return false
}

export interface ServerState {
  readonly pid: number
  readonly ready: boolean
}

/** What postmaster.pid says: line 1 is the process id, line 8 the state. It may be stale. */
export async function findServerState(cluster: string): Promise<ServerState | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => undefined)
  const lines = text?.split('\n')
  const pid = Number(lines?.[0])
  return pid ? { pid, ready: lines?.[7]?.trim() === 'ready' } : undefined
}
