import { open } from 'node:fs/promises'
import { showProgress } from '../command-line/progress.ts'
import { onFile } from './file-fault.ts'
import { readPassphrase } from './passphrase.ts'
import { sayChains, sayOrigin, saySize } from './say-backup.ts'
import { sayRefusal } from './say-refusal.ts'

const firstWord = 'pointille-backup '

/** Whether a file begins as a backup does; anything that cannot be read is none. */
export async function isBackup(path: string): Promise<boolean> {
  const handle = await open(path, 'r').catch(() => undefined)
  if (!handle) return false
  try {
    const { buffer } = await handle.read(Buffer.alloc(firstWord.length), 0, firstWord.length, 0)
    return buffer.toString('latin1') === firstWord
  } catch {
    return false
  } finally {
    await handle.close()
  }
}

/** Verifies a whole backup without a database: its bytes, its tables, and the chain of every treatment in it. */
export async function verifyBackup(
  file: string,
  { head, passphraseFile }: { head: string | undefined; passphraseFile: string | undefined },
): Promise<number> {
  const passphrase = await readPassphrase(passphraseFile)
  const { checkBackup, sayBrokenChain } = await import('../../../clinic/src/features/backup/index.server.ts')
  let bar: ReturnType<typeof showProgress> | undefined
  const checked = await onFile(file, () =>
    checkBackup({
      ...{ file, passphrase, head },
      tell: (done, total) => {
        bar ??= showProgress('Check', total)
        bar.reach(done)
      },
    }),
  )
  bar?.end()
  if ('refusal' in checked) return sayRefusal(file, checked)
  const { chains } = checked
  console.log(`${file}: whole, ${saySize(checked)}\n${sayOrigin(checked)}`)
  for (const broken of chains.broken) console.error(sayBrokenChain(broken))
  if (chains.broken.length > 0) return 1
  console.log(`${sayChains(chains)}, unaltered.`)
  return head === undefined ? 0 : sayHead(chains.head)
}

function sayHead(head: { treatmentId: string; seq: number; isLast: boolean } | undefined): number {
  if (head?.isLast) {
    console.log(`The expected head is where treatment ${head.treatmentId} ends, event ${head.seq}.`)
    return 0
  }
  console.error(
    head
      ? `The expected head is that of event ${head.seq} of treatment ${head.treatmentId}: later ones were added.`
      : 'The expected head is nowhere in this backup: the treatment came later, or was cut short, or hashed anew.',
  )
  return 1
}
