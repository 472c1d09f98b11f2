import type { BackupRefusal } from '../../../clinic/src/features/backup/index.server.ts'
import { InputFault } from '../command-line/input-fault.ts'

/** Says why not, and gives the exit code; a passphrase that is missing or too much is for the caller to mend. */
export function sayRefusal(file: string, { refusal, says }: BackupRefusal): number {
  if (refusal === 'PassphraseMissing' || refusal === 'PassphraseNotNeeded') throw new InputFault(`${file}: ${says}`)
  console.error(`${file}: ${says}`)
  return 1
}
