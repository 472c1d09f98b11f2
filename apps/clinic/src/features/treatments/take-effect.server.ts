import { consentText, type EventOf, isConsentFor, type TreatmentEvent, type TreatmentState } from '@pointille/protocol'
import type { Caller } from '#features/access/index.server.ts'
import { insertConsent, withdrawConsents } from '#features/consents/index.server.ts'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import type { EventRefusal } from './answers.ts'
import { openCartridge } from './open-cartridge.server.ts'
import { moveAppointment, type TreatmentRow } from './treatments.queries.server.ts'

/**
 * What an event changes outside its own chain, in the same transaction: the consent's row, the cartridge's, the diary's.
 * @returns what stands in the way; then nothing was written
 */
export async function takeEffect(
  tx: ClinicTransaction,
  caller: Caller,
  treatment: TreatmentRow,
  state: TreatmentState,
  event: TreatmentEvent,
): Promise<EventRefusal | undefined> {
  const { clinicId } = caller.clinic
  const at = Date.parse(event.at)
  switch (event.kind) {
    case 'consentSigned':
      return signConsent(tx, clinicId, treatment, state, event)
    case 'consentWithdrawn':
      await withdrawConsents(tx, clinicId, treatment.treatmentId, at)
      return undefined
    case 'cartridgeOpened':
      return openCartridge(tx, clinicId, treatment.treatmentId, event)
    case 'sealed':
      await moveAppointment(tx, clinicId, treatment.appointmentId, 'inTreatment', 'done')
      return undefined
    default:
      return undefined
  }
}

async function signConsent(
  tx: ClinicTransaction,
  clinicId: string,
  treatment: TreatmentRow,
  state: TreatmentState,
  event: EventOf<'consentSigned'>,
): Promise<EventRefusal | undefined> {
  const plan = state.examination?.plan
  if (!plan) throw new Error('the state machine lets no consent pass before the examination')
  if (event.signatureName.trim().length < 2)
    return { refusal: 'InvalidEvent', field: 'signatureName', limit: 'two-letters' }
  if (!isConsentFor(event, plan)) {
    const { version, textHash } = consentText(plan, event.language)
    return { refusal: 'ConsentTextChanged', why: { textVersion: version, textHash } }
  }
  await insertConsent(tx, clinicId, {
    consentId: event.eventId,
    treatmentId: treatment.treatmentId,
    patientId: treatment.patientId,
    textVersion: event.textVersion,
    language: event.language,
    textHash: event.textHash,
    planHash: event.planHash,
    signatureName: event.signatureName,
    signedAt: Date.parse(event.at),
  })
  return undefined
}
