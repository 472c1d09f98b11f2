import { randomUUID } from 'node:crypto'
import { minutesSinceDraw, whyNotNow } from '@pointille/protocol'
import type { Caller } from '#features/access/index.server.ts'
import { appendWithin, readPolicy, readStored } from '#features/treatments/index.server.ts'
import type { BenchRefusal, StepDone } from './answers.ts'
import { appendEvent, eventOf, tryEvent } from './append-step.server.ts'
import { withTube } from './at-the-bench.server.ts'
import { explainScan } from './scan-label.server.ts'
import { insertApplication } from './tubes.queries.server.ts'

/**
 * Plasma on the skin: the scanned syringe is this tube's, the tube is this person's, and the treatment's own chain says so, all in
 * one transaction.
 */
export async function applyPlasma(caller: Caller, tubeId: string, code: string): Promise<StepDone | BenchRefusal> {
  const scanned = code.trim().toUpperCase().slice(0, 40)
  return withTube<StepDone>(caller, tubeId, 'apply', async (tx, stored) => {
    const { clinic, nowAt } = caller
    const { patientId, tube } = stored
    if (scanned === '') return { refusal: 'UnknownLabel', scanned }
    const treatmentId = tube.match?.treatmentId ?? stored.treatmentId
    const event = eventOf(caller, { kind: 'applied', scanned, patientId, treatmentId })
    const refused = tryEvent(stored, event)
    if (refused?.refusal === 'WrongLabel') return explainScan(tx, caller, stored, refused, 'application')
    if (refused) return refused
    const { policy } = await readPolicy(caller)
    const { state } = await readStored(tx, clinic.clinicId, treatmentId, policy)
    const cause = whyNotNow(state, 'plasmaApplied')
    if (cause !== undefined) return { refusal: 'TreatmentNotReady', cause }

    const drawnAt = tube.draw!.at
    const delayMinutes = minutesSinceDraw(drawnAt, event.at)
    await insertApplication(tx, clinic.clinicId, { tubeId, patientId, treatmentId, appliedAt: nowAt, delayMinutes })
    const written = await appendEvent(tx, caller, stored, event)
    // Tried above with the same tube: what fails now is a bug, and thrown it takes every row back.
    if ('refusal' in written) throw new Error(`an application was refused: ${written.refusal}`)
    const answer = await appendWithin(tx, caller, treatmentId, {
      kind: 'plasmaApplied',
      ...{ tubeId, label: tube.syringeLabel!, drawnAt, delayMinutes, prpHead: written.head! },
      ...{ eventId: randomUUID(), at: event.at, by: event.by },
    })
    if (!answer.acknowledged) throw new Error(`the treatment refused its plasma: ${answer.refusal}`)
    return { done: true, tubeId }
  })
}
