/** What the account page shows after a form: one of these, once. */
export type AccountAnswer = {
  error?: { text: string; field: 'code-password' | 'code' | 'current' | 'next'; code: string }
  done?: string
  /** A second step that waits for its first code. */
  started?: { secret: string; qrCode: string }
  /** Shown this once. */
  backupCodes?: string[]
}
