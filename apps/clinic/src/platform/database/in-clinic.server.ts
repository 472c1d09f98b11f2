import { sql } from 'kysely'
import type { ClinicTransaction, Database } from './database.server.ts'

/**
 * Runs `work` in one transaction that sees one clinic only: the fence of migration 0006 compares every row with the
 * tenant set here, and the setting ends with the transaction. What `work` throws rolls everything back.
 */
export function inClinic<T>(db: Database, clinicId: string, work: (tx: ClinicTransaction) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('pointille.clinic_id', ${clinicId}, true)`.execute(tx)
    return work(tx)
  })
}
