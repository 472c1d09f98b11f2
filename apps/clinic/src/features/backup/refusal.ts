/** Why a backup or a restore ended without doing its work; each is something that a person can look into. */
export type BackupRefusalKind =
  | 'NotABackup'
  | 'FileAltered'
  | 'PassphraseMissing'
  | 'PassphraseNotNeeded'
  | 'PassphraseWrong'
  | 'BackupNewer'
  | 'ChainBroken'
  | 'TargetNotEmpty'
  | 'TargetNotOurs'
  | 'TargetFurtherOn'
  | 'TargetBusy'
  | 'RowsRefused'
  | 'NotEqual'

/** `says` is whole sentences for the person at the terminal: what is wrong, and the way out. */
export type BackupRefusal = { refusal: BackupRefusalKind; says: string }

/** Carries a refusal out of the depth of a stream; `refusing` turns it into a value at the use case's door. */
export class Refused extends Error {
  override name = 'Refused'
  readonly refusal: BackupRefusalKind

  constructor(refusal: BackupRefusalKind, says: string) {
    super(says)
    this.refusal = refusal
  }
}

/** What `work` gives, or the refusal that it ended with; anything else it throws is a bug and goes on. */
export async function refusing<T>(work: () => Promise<T>): Promise<T | BackupRefusal> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.refusal, says: error.message }
    throw error
  }
}
