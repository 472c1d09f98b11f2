import { Refused } from '../refusal.ts'
import { isSeal, type Seal } from './seal.server.ts'

/**
 * A backup file is: a first line that says what it is, a second with how it is packed (JSON), the body, and at its very end
 * the SHA-256 of everything before, 32 bytes. The body is gzip of records (`records.server.ts`), sealed where a passphrase was given.
 */
export type BackupHeader = { packing: 'gzip'; seal: Seal | null }

const firstLine = 'pointille-backup 1\n'
export const digestBytes = 32
export const longestHeaderBytes = 1024

export function writeHeader(header: BackupHeader): Buffer {
  return Buffer.from(`${firstLine}${JSON.stringify(header)}\n`)
}

/** Whether these first bytes of a file are a backup's, of any format. */
export function looksLikeBackup(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).toString('latin1').startsWith('pointille-backup ')
}

/** Reads the two lines. @throws Refused when they are not those of a backup that this release knows */
export function readHeader(bytes: Buffer): { header: BackupHeader; length: number } {
  const text = bytes.toString('latin1')
  if (!looksLikeBackup(bytes)) throw new Refused('NotABackup', 'This is not a backup of Pointillé.')
  if (!text.startsWith(firstLine))
    throw new Refused(
      'BackupNewer',
      'This backup is of another format: use the release of Pointillé that made it, or a newer one.',
    )
  const end = text.indexOf('\n', firstLine.length)
  const header = end < 0 ? undefined : parse(text.slice(firstLine.length, end))
  if (!header)
    throw new Refused('FileAltered', 'The head of the file is not readable: it was cut or altered. Use another copy.')
  return { header, length: end + 1 }
}

function parse(text: string): BackupHeader | undefined {
  try {
    const { packing, seal } = JSON.parse(text) as Partial<BackupHeader>
    return packing === 'gzip' && (seal === null || (seal && isSeal(seal))) ? { packing, seal } : undefined
  } catch {
    return undefined
  }
}
