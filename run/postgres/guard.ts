import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import type { Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { findProcessMark, signal } from '../processes.ts'
import { SERVER_ENVIRONMENT, type ServerUser } from './server-user.ts'

/**
 * A shell that runs PostgreSQL in a session of its own (Ctrl-C does not reach it) and holds the other end of our pipe. When
 * we end, however we end, the pipe closes and its keeper asks PostgreSQL for a fast shutdown. A shell, not Node: it is
 * small, and whoever kills every `node` leaves it to do its work.
 */
const GUARD_SCRIPT = `# pointille: stops PostgreSQL when its parent ends
remove=$1; shift
trap '' INT TERM HUP
# Where the system can, the server is also told when this very shell is killed.
setpriv --pdeathsig INT true 2>/dev/null && set -- setpriv --pdeathsig INT "$@"
"$@" 3>&- </dev/null &
server=$!
echo "$server" >&3
(
  read -r _ <&3
  kill -INT "$server"
) >/dev/null 2>&1 &
keeper=$!
exec 3>&-
wait "$server"
code=$?
kill -KILL "$keeper" 2>/dev/null
wait "$keeper" 2>/dev/null
[ -n "$remove" ] && rm -rf "$remove"
exit "$code"`

export interface GuardedServer {
  /** Process id of PostgreSQL's postmaster. */
  readonly serverPid: number
  /** Resolves when PostgreSQL has ended, whoever ended it. */
  readonly ended: Promise<void>
  /** Asks for a fast shutdown and waits for it. */
  stop(): Promise<void>
}

export interface Guarding {
  readonly user: ServerUser | undefined
  readonly command: string[]
  readonly logFile: string
  /** Directory to remove after the server ended, for throw-away clusters. */
  readonly removeAfterwards?: string
}

/** Starts a server under its guard; resolves as soon as its process id is known, before it accepts connections. */
export async function startGuarded({ user, command, logFile, removeAfterwards }: Guarding): Promise<GuardedServer> {
  const log = openSync(logFile, 'a', 0o600)
  let child: ChildProcess
  try {
    child = spawn('/bin/sh', ['-c', GUARD_SCRIPT, 'pointille-guard', removeAfterwards ?? '', ...command], {
      cwd: '/',
      env: SERVER_ENVIRONMENT,
      detached: true,
      stdio: ['ignore', log, log, 'pipe'],
      ...(user ? { uid: user.uid, gid: user.gid } : {}),
    })
  } finally {
    closeSync(log)
  }
  const pipe = child.stdio[3] as Socket
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  pipe.on('error', () => {})
  const serverPid = await new Promise<number>((resolve, reject) => {
    pipe.once('data', (line) => resolve(Number(line.toString())))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the guard of PostgreSQL ended with code ${code}`)))
  })
  // Nothing of ours has to wait for the server: when everything else is done we end, the pipe closes and it stops.
  child.unref()
  pipe.unref()
  return {
    serverPid,
    ended,
    async stop() {
      child.ref()
      pipe.destroy()
      // The guard may have been killed alone, and a backend may hang: after a while we insist.
      for (const insistence of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
        if (await endsWithin(serverPid, insistence === 'SIGINT' ? 3_000 : 15_000)) break
        signal(serverPid, insistence)
      }
      await Promise.race([ended, delay(1_000)])
    },
  }
}

async function endsWithin(pid: number, limitMs: number): Promise<boolean> {
  for (const deadline = Date.now() + limitMs; Date.now() < deadline; ) {
    if (findProcessMark(pid) === undefined) return true
    await delay(10)
  }
  return false
}
