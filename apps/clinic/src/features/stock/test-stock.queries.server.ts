import { randomUUID } from 'node:crypto'
import type { Caller, Role } from '#features/access/index.server.ts'
import { makeTestClinic, type TestClinic } from '../../platform/database/test-clinic.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import type { AskedCartridge } from './cartridge-answer.ts'
import type { ReceiptDraft } from './receipt.ts'
import { receiveStock } from './receive-stock.server.ts'

export const startAt = Date.parse('2026-11-24T09:00:00Z')
export const makersGtin = '10857674002017'

/** A clinic with callers, and with a form that is right until a test changes it. */
export type TestStock = TestClinic & {
  caller(who?: { roles?: Role[]; at?: number }): Caller
  draft(change?: Partial<ReceiptDraft>): ReceiptDraft
  /** Receives and says the numbers of the pieces; throws when it is refused. */
  receive(change?: Partial<ReceiptDraft>): Promise<{ gtin: string; units: string[]; itemId: string }>
  count(table: string): Promise<number>
  addTreatment(): Promise<string>
}

export async function makeTestStock(database: TestDatabase, slug: string): Promise<TestStock> {
  const clinic = await makeTestClinic(database.owner, slug)
  const { clinicId, memberId } = clinic
  const on: TestStock = {
    ...clinic,
    caller: ({ roles = ['assistant'] as Role[], at = startAt } = {}) => ({
      house: database.house,
      clinic: { clinicId, slug, name: slug, timeZone: 'Europe/Brussels', isDefault: false },
      actor: { kind: 'member', memberId, userId: 'user', name: 'Ana', roles, doctor: false, resourceId: undefined },
      language: 'fr',
      nowAt: at,
    }),
    draft: (change = {}) => {
      const lot = change.lot ?? 'L2405-B'
      return {
        receiptId: randomUUID(),
        itemId: '',
        name: 'Cartouche 12 pointes',
        kind: 'cartridge',
        gtin: '',
        hibc: '',
        lowBelow: '',
        lot,
        lotAgain: lot,
        expiresOn: '2028-06-30',
        serials: '',
        count: '1',
        ...change,
      }
    },
    receive: async (change) => {
      const draft = on.draft(change)
      const answer = await receiveStock(on.caller(), draft)
      if ('refusal' in answer) throw new Error(answer.refusal)
      const { rows } = await database.owner.query<{ gtin: string; unit: string; item_id: string }>(
        `select u.gtin, u.unit, l.item_id from clinic.stock_units u join clinic.stock_lots l using (clinic_id, gtin, lot)
         where u.clinic_id = $1 and u.receipt_id = $2 order by u.unit`,
        [clinicId, draft.receiptId],
      )
      return { gtin: rows[0]!.gtin, itemId: rows[0]!.item_id, units: rows.map(({ unit }) => unit) }
    },
    count: async (table) => {
      const { rows } = await database.owner.query(
        `select count(*)::int as count from clinic.${table} where clinic_id = $1`,
        [clinicId],
      )
      return rows[0].count
    },
    addTreatment: async () => {
      const treatmentId = randomUUID()
      const appointmentId = randomUUID()
      await database.owner.query(
        `insert into clinic.appointments (clinic_id, appointment_id, service_id, status, starts_at, ends_at, patient_id, language, held_at, hold_expires_at, verdict_kind)
         values ($1, $2, 'treatment', 'inTreatment', '2026-11-24T08:00:00Z', '2026-11-24T09:00:00Z', $3, 'fr', '2026-11-01T08:00:00Z', '2026-11-01T08:10:00Z', 'allow')`,
        [clinicId, appointmentId, clinic.otherPatientId],
      )
      await database.owner.query(
        `insert into clinic.treatments (clinic_id, treatment_id, appointment_id, patient_id, opened_at) values ($1, $2, $3, $4, '2026-11-24T08:00:00Z')`,
        [clinicId, treatmentId, appointmentId, clinic.otherPatientId],
      )
      return treatmentId
    },
  }
  return on
}

/** A cartridge as a person asks for it. */
export function asked(change: Partial<AskedCartridge>): AskedCartridge {
  return { gtin: '', lot: 'L2405-B', unit: '', expiresOn: '2028-06-30', ...change }
}
