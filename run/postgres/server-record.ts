import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { LaunchFault } from '../launch-fault.ts'

/** What the next start has to know, kept in `<data>/database.json`, readable by its owner only. */
export interface ServerRecord {
  /** The data directory this was written for: a copied clone brings a record that names another. */
  readonly home: string
  /** Where PostgreSQL's files are: absolute, or a name inside the data directory. */
  readonly place: string
  /** Port on 127.0.0.1, kept so that a DATABASE_URL given to further processes stays true. */
  readonly port: number
  readonly password: string
}

const recordFile = (dataDir: string) => join(dataDir, 'database.json')

export function findServerRecord(dataDir: string): ServerRecord | undefined {
  try {
    const record = JSON.parse(readFileSync(recordFile(dataDir), 'utf8')) as ServerRecord
    return isCopiedFromElsewhere(record, dataDir) ? undefined : record
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') return undefined
    throw belongsToAnother(dataDir)
  }
}

export function belongsToAnother(dataDir: string): LaunchFault {
  return new LaunchFault(
    `The data in ${dataDir} belong to another user: start as that user, or set POINTILLE_DATA to another directory.`,
  )
}

/** A copy of a clone must not open the original's data; a clone that was moved keeps its own. */
function isCopiedFromElsewhere(record: ServerRecord, dataDir: string): boolean {
  return isAbsolute(record.place) && record.home !== dataDir && existsSync(recordFile(record.home))
}

export function keepServerRecord(dataDir: string, record: ServerRecord): void {
  const draft = `${recordFile(dataDir)}.new`
  writeFileSync(draft, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600, flush: true })
  const { uid, gid } = statSync(dataDir)
  if (process.getuid?.() === 0 && uid !== 0) chownSync(draft, uid, gid)
  renameSync(draft, recordFile(dataDir))
}

export const newPassword = () => randomBytes(18).toString('hex')
