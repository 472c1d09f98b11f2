import {
  applyEvent,
  canonicalBytes,
  canonicalJson,
  chainHash,
  parseEvent,
  type TreatmentEvent,
  type TreatmentPolicy,
  type TreatmentState,
} from '@pointille/protocol'
import type { Caller } from '#features/access/index.server.ts'
import { isNotAllowed, type NotAllowed, openRecord, writeAuditLine } from '#features/records/index.server.ts'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import type { EventAnswer, EventRefusal } from './answers.ts'
import { findEventOwner, insertEvent, type StoredEvent } from './events.queries.server.ts'
import { judgeEvent } from './judge-event.server.ts'
import { readPolicy, readStored } from './stored-treatment.server.ts'
import { takeEffect } from './take-effect.server.ts'
import { findTreatment, lockTreatment, type TreatmentRow } from './treatments.queries.server.ts'

/**
 * Appends what a device says was done, in its order. Each event is judged on its own by the same machine as on the device:
 * written, hashed and acknowledged, or refused with nothing of it written. Sending an event twice is sending it once.
 * @param inputs events as they came: nothing of them is trusted
 * @returns one answer per event, in order; `NoSuchTreatment` when this clinic has none of this id
 */
export async function appendEvents(
  caller: Caller,
  treatmentId: string,
  inputs: readonly unknown[],
): Promise<{ answers: EventAnswer[]; head: string | undefined } | NotAllowed | { refusal: 'NoSuchTreatment' }> {
  const { house, clinic } = caller
  const known = await inClinic(house.db, clinic.clinicId, (tx) => findTreatment(tx, clinic.clinicId, treatmentId))
  if (!known) return { refusal: 'NoSuchTreatment' }
  const { policy } = await readPolicy(caller)
  const access = {
    action: 'runTreatment',
    patientId: known.patientId,
    detail: `${describe(inputs)}, treatment ${treatmentId}`,
  } as const
  const answer = await openRecord(caller, access, async (tx) => {
    await lockTreatment(tx, treatmentId)
    const line = await readLine(tx, caller, known, policy)
    const answers: EventAnswer[] = []
    for (const input of inputs) answers.push(await appendOne(tx, caller, known, line, input))
    return { answers, head: line.stored.at(-1)?.hash }
  })
  if (!isNotAllowed(answer) && answer.answers.some(({ acknowledged }) => acknowledged)) house.changed(clinic.clinicId)
  return answer
}

/**
 * Appends one event in a transaction that does more than that: the plasma's bench writes its own rows beside it. What is refused
 * here has written nothing; the caller rolls back what it wrote itself.
 */
export async function appendWithin(
  tx: ClinicTransaction,
  caller: Caller,
  treatmentId: string,
  event: TreatmentEvent,
): Promise<EventAnswer> {
  const treatment = await findTreatment(tx, caller.clinic.clinicId, treatmentId)
  if (!treatment) throw new Error(`no treatment ${treatmentId} in this clinic`)
  const { policy } = await readPolicy(caller)
  await lockTreatment(tx, treatmentId)
  return appendOne(tx, caller, treatment, await readLine(tx, caller, treatment, policy), event, true)
}

/** The treatment as it grows in this transaction. */
type Line = { stored: StoredEvent[]; state: TreatmentState }

async function readLine(
  tx: ClinicTransaction,
  caller: Caller,
  treatment: TreatmentRow,
  policy: TreatmentPolicy,
): Promise<Line> {
  const { stored, state } = await readStored(tx, caller.clinic.clinicId, treatment.treatmentId, policy)
  return { stored, state }
}

async function appendOne(
  tx: ClinicTransaction,
  caller: Caller,
  treatment: TreatmentRow,
  line: Line,
  input: unknown,
  fromBench = false,
): Promise<EventAnswer> {
  const { clinic, actor, nowAt } = caller
  const parsed = parseEvent(input)
  if ('refusal' in parsed) return refused(undefined, parsed)
  const { event } = parsed
  const text = canonicalJson(event)
  // PostgreSQL keeps no NUL in a text, so an event that holds one could be hashed and never read again.
  if (text.includes(String.raw`\u0000`)) return refused(event, { refusal: 'InvalidEvent', field: '', limit: 'no-nul' })
  const written = line.stored.find(({ eventId }) => eventId === event.eventId)
  if (written) {
    if (written.canonical === text)
      return { eventId: event.eventId, acknowledged: true, seq: written.seq, hash: written.hash }
    return refused(event, { refusal: 'EventIdTaken' })
  }
  if (await findEventOwner(tx, clinic.clinicId, event.eventId)) return refused(event, { refusal: 'EventIdTaken' })

  if (event.kind === 'plasmaApplied' && !fromBench) return refused(event, { refusal: 'PlasmaAtItsBench' })
  const objection = judgeEvent(caller, event, treatment.openedAt)
  if (objection?.refusal === 'NotAllowed')
    await writeAuditLine(tx, clinic.clinicId, actor, nowAt, {
      action: objection.action,
      patientId: treatment.patientId,
      outcome: 'refused',
      detail: `treatment ${treatment.treatmentId}`,
    })
  if (objection) return refused(event, objection)

  const next = applyEvent(line.state, event)
  if ('refusal' in next) return refused(event, next)
  const obstacle = await takeEffect(tx, caller, treatment, line.state, event)
  if (obstacle) return refused(event, obstacle)

  const canonical = canonicalBytes(event)
  const seq = line.stored.length + 1
  const hash = chainHash(line.stored.at(-1)?.hash, canonical)
  const row = {
    seq,
    eventId: event.eventId,
    kind: event.kind,
    at: Date.parse(event.at),
    byMember: event.by,
    canonical,
    hash,
    recordedAt: nowAt,
  }
  await insertEvent(tx, clinic.clinicId, treatment.treatmentId, row)
  line.stored.push({ seq, eventId: event.eventId, canonical: text, hash, recordedAt: nowAt })
  line.state = next.state
  return { eventId: event.eventId, acknowledged: true, seq, hash }
}

function refused(event: TreatmentEvent | undefined, refusal: EventRefusal): EventAnswer {
  return { ...refusal, eventId: event?.eventId, acknowledged: false }
}

/** 'passAdded x3, endpointGraded': what the access log says was written, without health data. */
function describe(inputs: readonly unknown[]): string {
  const counts = new Map<string, number>()
  for (const input of inputs) {
    const parsed = parseEvent(input)
    const kind = 'event' in parsed ? parsed.event.kind : 'unreadable'
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return [...counts].map(([kind, count]) => (count === 1 ? kind : `${kind} x${count}`)).join(', ')
}
