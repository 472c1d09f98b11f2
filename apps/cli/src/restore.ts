import { type ClinicDatabase, openEmptyDatabase } from './backup/clinic-database.ts'
import { onFile } from './backup/file-fault.ts'
import { readPassphrase } from './backup/passphrase.ts'
import { counted, sayChains, sayOrigin, saySize } from './backup/say-backup.ts'
import { sayRefusal } from './backup/say-refusal.ts'
import type { Command } from './command-line/command.ts'
import { type Progress, showProgress } from './command-line/progress.ts'

const migrations = new URL('../../clinic/migrations/', import.meta.url)

/** `pointille restore FILE`: a backup into an empty database, or nothing at all. */
export const restoreCommand: Command = {
  takes: 'FILE',
  says: 'a backup into an empty database, proved equal, or nothing',
  explains: `
Into DATABASE_URL, else into the one in the box (POINTILLE_DATA), which is made when it is not there; it must be empty.
A file that was cut or altered is refused before anything is written. Every row is loaded in one transaction, read back,
compared with the backup by count and SHA-256, and every treatment's chain recomputed; only then does it count.
Everyone signs in anew. Letters that were due before now are not sent, since they may have been sent already.
Ends with 0; with 1 naming the first thing that is wrong, and nothing written; with 2 when the call has to be mended.`,
  words: { low: 1, high: 1 },
  options: {
    'passphrase-file': { kind: 'text', shows: 'FILE', says: 'the passphrase that the backup was sealed with' },
    'accept-broken-chains': {
      kind: 'flag',
      says: 'restore a record that was broken before its backup, and name where',
    },
  },
  examples: [
    'npx pointille restore clinic.backup',
    'POINTILLE_DATA=/srv/clinic npx pointille restore clinic.backup --passphrase-file ~/.pointille-passphrase',
    'DATABASE_URL=postgres://owner:password@db.example/clinic npx pointille restore clinic.backup',
  ],
  async run(asked) {
    const file = asked.words[0]!
    const passphrase = await readPassphrase(asked.text('passphrase-file'))
    const { restoreBackup, sayBrokenChain } = await import('../../clinic/src/features/backup/index.server.ts')
    let database: ClinicDatabase | undefined
    const bars: Partial<Record<'check' | 'load', Progress>> = {}
    try {
      const restored = await onFile(file, () =>
        restoreBackup({
          ...{ file, passphrase, migrations, at: Date.now(), acceptBrokenChains: asked.flag('accept-broken-chains') },
          openDatabase: async () => {
            database = await openEmptyDatabase()
            return database.databaseUrl
          },
          tell: (step) => (done, total) => {
            bars[step] ??= showProgress(step === 'check' ? 'Check' : 'Load', total)
            bars[step].reach(done)
          },
        }),
      )
      for (const bar of Object.values(bars)) bar.end()
      if ('refusal' in restored) return sayRefusal(file, restored)
      const { backup, loaded, migratedTo } = restored
      console.log(`${file}: whole, ${saySize(backup)}\n${sayOrigin(backup)}`)
      console.log(`Loaded and read back: ${counted(loaded.tables.length, 'table')} equal by count and SHA-256.`)
      for (const broken of backup.chains.broken) console.log(`Restored as it was: ${sayBrokenChain(broken)}`)
      const holding = backup.chains.broken.length === 0 ? 'unaltered' : 'the others unaltered'
      console.log(`Recomputed: the chains of ${sayChains(loaded.chains)}, ${holding}.`)
      if (migratedTo) console.log(`Migrated since to ${migratedTo}.`)
      for (const line of sayJobs(loaded.jobs)) console.log(line)
      console.log(`Everyone signs in anew.\n${sayNext(database)}`)
      return 0
    } finally {
      await database?.release()
    }
  },
}

function sayJobs({ toCome, overdue }: { toCome: Record<string, number>; overdue: Record<string, number> }): string[] {
  const list = (jobs: Record<string, number>) =>
    Object.entries(jobs)
      .map(([task, count]) => `${task} ${count}`)
      .join(', ')
  return [
    ...(Object.keys(toCome).length > 0 ? [`Letters to come, in the queue again: ${list(toCome)}.`] : []),
    ...(Object.keys(overdue).length > 0
      ? [`Letters that were due already and are not sent from here: ${list(overdue)}. Look whether they arrived.`]
      : []),
  ]
}

function sayNext(database: ClinicDatabase | undefined): string {
  return database?.place
    ? `npm start opens it; the data are in ${database.place}.`
    : 'npm start with this DATABASE_URL opens it.'
}
