/* Whether node_modules is what package-lock.json says. Plain JavaScript: it runs before any package is there. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Commands that need the packages used only in development. */
const NEEDS_ALL = ['test', 'bench']

/**
 * Why npm ci has to run, in one sentence; undefined when it has not. The mark kept from the last time answers at once;
 * without it, npm's own list of what it installed is compared, so that packages somebody installed by hand are accepted.
 *
 * @param {string} clone
 * @param {string} command
 * @returns {string | undefined}
 */
export function findPackageNeed(clone, command) {
  const modules = join(clone, 'node_modules')
  if (!existsSync(join(modules, '.package-lock.json'))) return 'The packages are not here yet.'
  if (read(join(modules, '.pointille-lock')) === markOf(clone, command)) return undefined
  const wanted = readLock(join(clone, 'package-lock.json'))
  const installed = readLock(join(modules, '.package-lock.json'))
  const isThere = ([path, entry]) => {
    const found = installed[path]
    if (found) return found.version === entry.version && found.integrity === entry.integrity
    return path === '' || Boolean(entry.link) || !path.startsWith('node_modules') || !isWanted(entry, command)
  }
  return Object.entries(wanted).every(isThere) ? undefined : 'The packages are not those of package-lock.json.'
}

/** Optional packages count where they are made for this platform: Node 24 and PostgreSQL are among them. */
function isWanted(entry, command) {
  if (entry.dev && !NEEDS_ALL.includes(command)) return false
  if (!entry.optional) return !entry.peer
  const fits = (list, name) => !list || list.includes(name)
  return Boolean(entry.os) && fits(entry.os, process.platform) && fits(entry.cpu, process.arch) && fitsLibc(entry.libc)
}

/** @param {string[] | undefined} libc */
function fitsLibc(libc) {
  if (!libc || process.platform !== 'linux') return true
  process.report.excludeNetwork = true
  const { header } = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport())
  return libc.includes(header.glibcVersionRuntime ? 'glibc' : 'musl')
}

/**
 * @param {string} clone
 * @param {string} command
 */
export function markPackages(clone, command) {
  const file = join(clone, 'node_modules', '.pointille-lock')
  if (read(file) === markOf(clone, command)) return
  try {
    writeFileSync(file, markOf(clone, command))
  } catch {
    // Packages that another user installed: they are compared anew at the next start.
  }
}

/**
 * @param {string} clone
 * @param {string} command
 */
function markOf(clone, command) {
  const hash = createHash('sha256')
    .update(readFileSync(join(clone, 'package-lock.json')))
    .digest('hex')
  return `${hash} ${process.platform}-${process.arch} ${NEEDS_ALL.includes(command) ? 'all' : 'run'}\n`
}

/**
 * @typedef {{ version?: string, integrity?: string, link?: boolean, dev?: boolean, optional?: boolean, peer?: boolean,
 *   os?: string[], cpu?: string[], libc?: string[] }} Entry
 * @param {string} file
 * @returns {Record<string, Entry>}
 */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
  } catch {
    return {}
  }
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
