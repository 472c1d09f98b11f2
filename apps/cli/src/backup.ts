import { existsSync } from 'node:fs'
import { clone, openClinicDatabase } from './backup/clinic-database.ts'
import { onFile } from './backup/file-fault.ts'
import { readPassphrase } from './backup/passphrase.ts'
import { productVersion } from './backup/product-version.ts'
import { counted, sayChains, sayOrigin, saySize } from './backup/say-backup.ts'
import { sayRefusal } from './backup/say-refusal.ts'
import type { Command } from './command-line/command.ts'
import { InputFault } from './command-line/input-fault.ts'
import { showProgress } from './command-line/progress.ts'

/** `pointille backup FILE`: everything the clinic knows at one instant, while it works. */
export const backupCommand: Command = {
  takes: 'FILE',
  says: 'the whole clinic into one file, while it works',
  explains: `
Takes the database that npm start uses: DATABASE_URL, else the one in the box (POINTILLE_DATA), running or not.
The file holds health data and the key that seals cookies. Only you can read it; --passphrase-file seals it as well.
Left out: the database's own passwords, who is signed in just now, and POINTILLE_SECRET where you set one: keep that too.
The file is read back before it gets its name. Ends with 0; with 1 when the record in the database is broken (the file
is kept) or something refuses; with 2 when there is something to mend in the call.`,
  words: { low: 1, high: 1 },
  options: {
    'passphrase-file': { kind: 'text', shows: 'FILE', says: 'seal it with the passphrase in this file' },
  },
  examples: [
    'npx pointille backup clinic.backup',
    'npx pointille backup /media/stick/clinic.backup --passphrase-file ~/.pointille-passphrase',
  ],
  async run(asked) {
    const file = asked.words[0]!
    const passphrase = await readPassphrase(asked.text('passphrase-file'))
    // Said before anything is read; what comes there meanwhile is not overwritten either.
    if (existsSync(file))
      throw new InputFault(`${file}: there is a file already, and a backup overwrites nothing. Give another name.`)
    const { makeBackup, sayBrokenChain } = await import('../../clinic/src/features/backup/index.server.ts')
    const database = await openClinicDatabase()
    const stopping = new AbortController()
    const stop = () => stopping.abort()
    process.on('SIGINT', stop).on('SIGTERM', stop)
    let bar: ReturnType<typeof showProgress> | undefined
    try {
      const { databaseUrl } = database
      const made = await onFile(file, () =>
        makeBackup({
          ...{ databaseUrl, file, passphrase, product: productVersion(clone), at: Date.now(), signal: stopping.signal },
          tell: (done, total) => {
            bar ??= showProgress('Backup', total)
            bar.reach(done)
          },
        }),
      )
      bar?.end()
      if ('refusal' in made) return sayRefusal(file, made)
      console.log(`${file}: ${saySize(made)}\n${sayOrigin(made)}`)
      if (made.waitingJobs > 0) console.log(`${counted(made.waitingJobs, 'letter')} not sent yet came along as such.`)
      if (process.env.POINTILLE_SECRET) console.log('POINTILLE_SECRET is not in the file: keep it beside.')
      if (made.chains.broken.length === 0) {
        console.log(`Read back whole: every table by count and SHA-256, ${sayChains(made.chains)} unaltered.`)
        return 0
      }
      for (const broken of made.chains.broken) console.error(sayBrokenChain(broken))
      console.error(
        'The file is a faithful copy of this record, which is broken in the database itself. restore will ask about it.',
      )
      return 1
    } catch (error) {
      if (!stopping.signal.aborted) throw error
      console.error('Stopped; no file was left.')
      return 1
    } finally {
      process.off('SIGINT', stop).off('SIGTERM', stop)
      await database.release()
    }
  },
}
