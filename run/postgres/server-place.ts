import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, rmdirSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import { LaunchFault } from '../launch-fault.ts'
import { canKeepFilesIn, findServerUser, type ServerUser } from './server-user.ts'

/** Where PostgreSQL's files are and who runs it. */
export interface ServerPlace {
  readonly path: string
  readonly user: ServerUser | undefined
  /** True when the files could not stay in the data directory. */
  readonly moved: boolean
}

/** Where files go when the server's user cannot enter the data directory; the last does not survive a restart of the machine everywhere. */
const OUTSIDE = ['/var/lib/pointille', '/var/tmp/pointille', '/tmp/pointille-data']

/**
 * The place remembered from the last start, else the first the server's user can really write in: inside the data
 * directory, or outside when a parent of it (a home directory with mode 700) is closed to that user.
 */
export async function settlePlace(dataDir: string, remembered: string | undefined): Promise<ServerPlace> {
  if (remembered) return reopen(dataDir, isAbsolute(remembered) ? remembered : join(dataDir, remembered))
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  const inside = join(dataDir, 'postgres')
  const outside = process.getuid?.() === 0 ? OUTSIDE.map((parent) => join(parent, name)) : []
  const candidates = [inside, ...outside]
  const known = candidates.find((path) => existsSync(path) && existsSync(join(path, 'cluster')))
  if (known) return reopen(dataDir, known)
  for (const path of candidates) {
    const place = await tryPlace(path, path !== inside)
    if (place) return place
  }
  throw new LaunchFault(
    `PostgreSQL can keep its files in none of ${candidates.join(', ')}: set POINTILLE_DATA to a directory on a local disk, or set DATABASE_URL.`,
  )
}

async function tryPlace(path: string, moved: boolean): Promise<ServerPlace | undefined> {
  const user = findServerUser(undefined)
  try {
    if (moved) openToPass(dirname(path), 0o755)
    else if (user) openToPass(dirname(path), 0o711)
    mkdirSync(path, { recursive: true, mode: 0o700 })
    if (user) chownSync(path, user.uid, user.gid)
    chmodSync(path, 0o700)
  } catch {
    return undefined
  }
  if (await canKeepFilesIn(user, path)) return { path, user, moved }
  rmdirSync(path)
  return undefined
}

function openToPass(directory: string, mode: number): void {
  mkdirSync(directory, { recursive: true })
  chmodSync(directory, statSync(directory).mode | mode)
}

/** The owner of the files decides who runs the server, so that root and an ordinary user may take turns. */
async function reopen(dataDir: string, path: string): Promise<ServerPlace> {
  if (!existsSync(path)) {
    throw new LaunchFault(`The data kept in ${path} are gone: put them back, or remove ${dataDir} to begin anew.`)
  }
  const owner = statSync(path)
  const user = findServerUser(owner)
  const runner = user?.uid ?? process.getuid?.()
  if (runner !== undefined && runner !== owner.uid) {
    throw new LaunchFault(
      `The data in ${path} belong to user ${owner.uid}: start as that user or as root, or set POINTILLE_DATA to another directory.`,
    )
  }
  if (!(await canKeepFilesIn(user, path))) {
    throw new LaunchFault(
      `PostgreSQL cannot reach its data in ${path}${user ? ` as user ${user.name}` : ''}: open the directories above to that user (chmod o+x), or start as the user who owns them.`,
    )
  }
  return { path, user, moved: !path.startsWith(dataDir) }
}
