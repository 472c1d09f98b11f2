import { openWholeFile, type WholeFile } from './file/read-file.server.ts'
import { readSections } from './file/sections.server.ts'
import { type BackupEnd, type BackupManifest, type BackupStart, type Tell, waitingJobsSection } from './manifest.ts'
import { type BackupRefusal, Refused, refusing } from './refusal.ts'
import { type ChainsFound, makeChainCheck } from './rows/check-chains.server.ts'
import { makeTableDigest } from './rows/table-digest.server.ts'

/** A backup that is whole: every byte, every table's count and hash. What its chains say is for the caller to judge. */
export type CheckedBackup = {
  manifest: BackupManifest
  bytes: number
  isSealed: boolean
  /** Of all tables, the queue left out. */
  rows: number
  waitingJobs: number
  chains: ChainsFound
}

/**
 * Reads a whole backup, needing no database: is it as it was written, and does every treatment's chain hold?
 * @param passphrase where it was sealed
 * @param head a chain's end that left the house; `chains.head` says where it stands
 */
export function checkBackup(order: {
  file: string
  passphrase: string | undefined
  head?: string | undefined
  tell?: Tell
}): Promise<CheckedBackup | BackupRefusal> {
  return refusing(async () => {
    const file = await openWholeFile(order.file, order.passphrase)
    try {
      return await readThrough(file, order)
    } finally {
      await file.close()
    }
  })
}

/** As `checkBackup`, for a file that is open already. */
export async function readThrough(
  file: WholeFile,
  { head, tell }: { head?: string | undefined; tell?: Tell | undefined } = {},
): Promise<CheckedBackup> {
  let start: BackupStart | undefined
  let end: BackupEnd | undefined
  const chains = makeChainCheck(head)
  const digests: BackupEnd['tables'] = []
  let waitingJobs = 0
  const sections = readSections(file.records(tell), {
    start: (told) => {
      start = told
    },
    end: (told) => {
      end = told
    },
  })
  for await (const { name, columns, rows } of sections) {
    const digest = makeTableDigest(name, columns)
    for await (const lines of rows) {
      digest.take(lines)
      chains.take(name, columns, lines)
    }
    if (name === waitingJobsSection) waitingJobs = digest.rows()
    digests.push(digest.end())
  }
  if (!start || !end) throw new Error('a backup was read without its start or its end')
  const differing = findDifference(digests, end.tables)
  if (differing)
    throw new Refused(
      'FileAltered',
      `${differing} of this backup is not what its list of contents says. Use another copy.`,
    )
  return {
    manifest: { ...start, ...end },
    bytes: file.bytes,
    isSealed: file.isSealed,
    rows: end.tables.reduce((sum, { name, rows }) => sum + (name === waitingJobsSection ? 0 : rows), 0),
    waitingJobs,
    chains: chains.end(),
  }
}

/** The first table that is not the same in both lists, or undefined. */
export function findDifference(found: BackupEnd['tables'], told: BackupEnd['tables']): string | undefined {
  const digestOf = new Map(told.map((table) => [table.name, JSON.stringify(table)]))
  const differing = found.find((table) => digestOf.get(table.name) !== JSON.stringify(table))
  return differing?.name ?? told.find(({ name }) => !found.some((table) => table.name === name))?.name
}
