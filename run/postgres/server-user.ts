import { execFile, execFileSync } from 'node:child_process'
import { LaunchFault } from '../launch-fault.ts'

/** The system user that runs PostgreSQL when it is not the one who runs us. */
export interface ServerUser {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** PostgreSQL refuses to run as root; these users exist on nearly every system and own nothing of value. */
const CANDIDATES = ['postgres', 'nobody', 'daemon']

/**
 * Who runs PostgreSQL: undefined means "whoever runs us". Under root it is the owner of files that are there already, else
 * the first unprivileged user the system knows.
 */
export function findServerUser(owner: { uid: number; gid: number } | undefined): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  if (owner && owner.uid !== 0) return { name: findUserName(owner.uid), uid: owner.uid, gid: owner.gid }
  for (const name of CANDIDATES) {
    const user = findUser(name)
    if (user && user.uid !== 0) return user
  }
  throw new LaunchFault(
    'PostgreSQL does not run as root and this system has none of the users postgres, nobody, daemon: run npm start as an ordinary user, or set DATABASE_URL.',
  )
}

function findUser(name: string): ServerUser | undefined {
  try {
    return { name, uid: Number(askId('-u', name)), gid: Number(askId('-g', name)) }
  } catch {
    return undefined
  }
}

function findUserName(uid: number): string {
  try {
    return askId('-un', String(uid))
  } catch {
    return String(uid)
  }
}

function askId(flag: string, user: string): string {
  return execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
}

/** The environment PostgreSQL's programs get: none of the caller's PG… variables, locale or library paths. */
export const SERVER_ENVIRONMENT = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

export interface Ran {
  readonly ok: boolean
  readonly output: string
}

/** Runs a program as the server's user, from the root directory (the caller's may be closed to that user). Never throws. */
export function runAsServer(user: ServerUser | undefined, program: string, args: string[], input = ''): Promise<Ran> {
  return new Promise((resolve) => {
    const identity = user ? { uid: user.uid, gid: user.gid } : {}
    try {
      const child = execFile(
        program,
        args,
        { cwd: '/', env: SERVER_ENVIRONMENT, maxBuffer: 16_000_000, ...identity },
        (error, stdout, stderr) => resolve({ ok: !error, output: `${stdout}${stderr}` || String(error ?? '') }),
      )
      child.stdin?.on('error', () => {})
      child.stdin?.end(input)
    } catch (error) {
      resolve({ ok: false, output: String(error) })
    }
  })
}

/**
 * Whether the server's user can really make a file in a directory. Asked by doing it: access() answers for the caller, and
 * mode bits say nothing of closed parents.
 */
export async function canKeepFilesIn(user: ServerUser | undefined, directory: string): Promise<boolean> {
  const script = ': > "$1/.reachable" && rm "$1/.reachable"'
  return (await runAsServer(user, '/bin/sh', ['-c', script, 'sh', directory])).ok
}
