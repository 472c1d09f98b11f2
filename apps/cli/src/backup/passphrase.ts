import { readText } from '../command-line/files.ts'
import { InputFault } from '../command-line/input-fault.ts'

const shortest = 12

/** The passphrase in a file, without the newline that editors add; undefined when no file is given. */
export async function readPassphrase(path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined
  const passphrase = (await readText(path)).replace(/\r?\n$/, '')
  if (passphrase.length < shortest)
    throw new InputFault(
      `${path}: the passphrase has ${passphrase.length} characters, ${shortest} or more are needed. Make one: openssl rand -base64 24 > ${path}`,
    )
  return passphrase
}
