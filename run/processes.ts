import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'

/**
 * A word that tells this process from any other that had or will have its number: when it began. Undefined when no such
 * process lives (a zombie does not).
 */
export function findProcessMark(pid: number): string | undefined {
  if (process.platform !== 'linux') return ask(pid, 'lstart=')
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The program's name, in brackets, may hold spaces: fields are counted after it. State is the 3rd, start the 22nd.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19]
  } catch {
    return undefined
  }
}

/**
 * Whether a living process is a PostgreSQL on this cluster, told by its command line (which anyone may read) or its working
 * directory (which stays right when the directory was moved, but in a container even root may not read it).
 */
export function servesCluster(pid: number, cluster: string): boolean {
  if (process.platform !== 'linux') return ask(pid, 'command=')?.includes(cluster) ?? false
  const words = tryOr('', () => readFileSync(`/proc/${pid}/cmdline`, 'utf8')).split('\0')
  if (!words[0]?.endsWith('/postgres')) return false
  return words[words.indexOf('-D') + 1] === cluster || tryOr('', () => readlinkSync(`/proc/${pid}/cwd`)) === cluster
}

function tryOr(otherwise: string, read: () => string): string {
  try {
    return read()
  } catch {
    return otherwise
  }
}

function ask(pid: number, column: string): string | undefined {
  const args = ['-o', column, '-p', String(pid)]
  return (
    tryOr('', () => execFileSync('ps', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })).trim() ||
    undefined
  )
}

/** Whether the system still knows the number, be it of a zombie or of another user's process. */
export function isNumberInUse(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Sends a signal; a process that has gone meanwhile is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It has ended, which is what was wanted.
  }
}
