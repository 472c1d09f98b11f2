/** A table in a backup: its rows as PostgreSQL's COPY text, in the order of the primary key, and their SHA-256 (hex). */
export type TableDigest = { name: string; columns: string[]; rows: number; sha256: string }

/** What is known before the first row: written at the head of the backup. */
export type BackupStart = {
  /** Version of the program that made it. */
  product: string
  /** Epoch ms: the instant whose state it holds. */
  madeAt: number
  /** Names of the migrations that the database had seen, oldest first. */
  migrations: string[]
  /** Of the server, such as 180004. */
  serverVersion: number
  clinics: { clinicId: string; name: string }[]
}

/** What is known after the last row: written at the end. */
export type BackupEnd = {
  tables: TableDigest[]
  /** Last value that each sequence gave; one that never gave any is left out. */
  sequences: Record<string, number>
}

export type BackupManifest = BackupStart & BackupEnd

/** The queue's section. It is no table of ours: what is still to come is asked for anew, what is overdue is only told. */
export const waitingJobsSection = 'waiting jobs'

/** How far work is: `done` of `total`, both in the unit of the work at hand. */
export type Tell = (done: number, total: number) => void
