import { sql } from 'kysely'
import type { ClinicTransaction, Database } from '#platform/database/database.server.ts'

/** A clinic as the house knows it, before any of its own tables may be read. */
export type Clinic = { clinicId: string; slug: string; name: string; timeZone: string; isDefault: boolean }

export type TokenKind = 'hold' | 'manageAppointment' | 'patientLink' | 'patientSignIn' | 'ownerInvitation'
export type TokenSubject = { clinicId: string; subjectId: string }

/** All clinics of this house, oldest first. */
export async function listClinics(db: Database): Promise<Clinic[]> {
  const { rows } = await sql<Clinic>`select * from house.list_clinics()`.execute(db)
  return rows
}

/** The clinic that answers to a host name, or undefined. */
export async function findClinicIdByHost(db: Database, host: string): Promise<string | undefined> {
  const { rows } = await sql<{ clinicId: string }>`select * from house.resolve_host(${host})`.execute(db)
  return rows[0]?.clinicId
}

/** Remembers that a token (by its SHA-256) opens one door of the transaction's clinic. */
export async function issueToken(
  tx: ClinicTransaction,
  token: { sha256: Buffer; kind: TokenKind; subjectId: string; expiresAt: number | undefined },
): Promise<void> {
  const expires = token.expiresAt === undefined ? null : new Date(token.expiresAt)
  await sql`select house.issue_token(${token.sha256}, ${token.kind}, ${token.subjectId}, ${expires})`.execute(tx)
}

/** Whose door the token opens, or undefined when unknown or expired at `at` (epoch ms). */
export async function findToken(
  db: Database,
  sha256: Buffer,
  kind: TokenKind,
  at: number,
): Promise<TokenSubject | undefined> {
  const { rows } =
    await sql<TokenSubject>`select * from house.resolve_token(${sha256}, ${kind}, ${new Date(at)})`.execute(db)
  return rows[0]
}

/** As `findToken`, and the token is gone: whoever comes first has used it. */
export async function takeToken(
  db: Database,
  sha256: Buffer,
  kind: TokenKind,
  at: number,
): Promise<TokenSubject | undefined> {
  const { rows } = await sql<TokenSubject>`select * from house.use_token(${sha256}, ${kind}, ${new Date(at)})`.execute(
    db,
  )
  return rows[0]
}

/** Adds a job inside the caller's transaction; a later job with the same key replaces it. The payload carries ids only. */
export async function addJob(
  tx: ClinicTransaction,
  job: { task: string; payload: { clinicId: string; [id: string]: string }; key: string; runAt?: number },
): Promise<void> {
  const runAt = job.runAt === undefined ? null : new Date(job.runAt)
  await sql`select house.enqueue_job(${job.task}, ${JSON.stringify(job.payload)}::json, ${job.key}, ${runAt})`.execute(
    tx,
  )
}

/** Milliseconds that the demo's clock stands ahead of the real one; 0 outside a demo. */
export async function readClockOffset(db: Database): Promise<number> {
  const { rows } = await sql<{ seconds: number }>`select house.clock_offset() as seconds`.execute(db)
  return rows[0]!.seconds * 1000
}

export async function writeClockOffset(db: Database, offsetMs: number): Promise<void> {
  await sql`select house.move_clock(${Math.round(offsetMs / 1000)})`.execute(db)
}

export async function readIsDemo(db: Database): Promise<boolean> {
  const { rows } = await sql<{ demo: boolean }>`select house.is_demo() as demo`.execute(db)
  return rows[0]!.demo
}
