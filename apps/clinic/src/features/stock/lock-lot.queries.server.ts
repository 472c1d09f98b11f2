import { sql } from 'kysely'
import type { ClinicTransaction } from '#platform/database/database.server.ts'

/** Opening, throwing away, receiving and recalling a lot come one after the other, until the transaction ends. */
export async function lockLot(tx: ClinicTransaction, clinicId: string, lot: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`stock ${clinicId} ${lot}`}, 0))`.execute(tx)
}
