import {
  getJurisdiction,
  isJurisdictionCode,
  type JurisdictionCode,
  parseEvent,
  replay,
  type TreatmentEvent,
  type TreatmentPolicy,
  type TreatmentState,
} from '@pointille/protocol'
import type { Caller } from '#features/access/index.server.ts'
import { readProfile } from '#features/clinics/index.server.ts'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { listEvents, type StoredEvent } from './events.queries.server.ts'

/** What the clinic's country asks of a treatment. A country without a source stays restrictive. */
export async function readPolicy(caller: Caller): Promise<{ jurisdiction: JurisdictionCode; policy: TreatmentPolicy }> {
  const { country } = await readProfile(caller.house, caller.clinic)
  const jurisdiction = isJurisdictionCode(country) ? country : 'other'
  return { jurisdiction, policy: { doctorMustExamine: getJurisdiction(jurisdiction).whoMayNeedle === 'doctor' } }
}

export type StoredTreatment = { stored: StoredEvent[]; events: TreatmentEvent[]; state: TreatmentState }

/**
 * The events of a treatment and the state that they make, by the same machine that let them in.
 * @throws when what is stored cannot have come about, which says that somebody changed the database by hand
 */
export async function readStored(
  tx: ClinicTransaction,
  clinicId: string,
  treatmentId: string,
  policy: TreatmentPolicy,
): Promise<StoredTreatment> {
  const stored = await listEvents(tx, clinicId, treatmentId)
  const events = stored.map(({ canonical, seq }) => {
    const parsed = parseEvent(JSON.parse(canonical))
    if ('refusal' in parsed) throw new Error(`treatment ${treatmentId}: event ${seq} cannot be read (${parsed.field})`)
    return parsed.event
  })
  const replayed = replay(events, policy)
  if ('refusal' in replayed)
    throw new Error(`treatment ${treatmentId}: event ${replayed.seq} could not have come (${replayed.refusal})`)
  return { stored, events, state: replayed.state }
}
