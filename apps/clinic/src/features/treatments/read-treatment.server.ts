import { type Caller, may } from '#features/access/index.server.ts'
import { type NotAllowed, openRecord } from '#features/records/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { listMemberNames } from './events.queries.server.ts'
import { getPatientFacts } from './patient.queries.server.ts'
import { readPolicy, readStored } from './stored-treatment.server.ts'
import type { TreatmentView } from './treatment-view.ts'
import { findTreatment } from './treatments.queries.server.ts'

/** A treatment with its events, the state they make and its patient; undefined when this clinic has none of this id. */
export async function readTreatment(
  caller: Caller,
  treatmentId: string,
): Promise<TreatmentView | NotAllowed | undefined> {
  const { house, clinic, actor, nowAt } = caller
  const known = await inClinic(house.db, clinic.clinicId, (tx) => findTreatment(tx, clinic.clinicId, treatmentId))
  if (!known) return undefined
  const { jurisdiction, policy } = await readPolicy(caller)
  return openRecord(
    caller,
    { action: 'readRecord', patientId: known.patientId, detail: `treatment ${treatmentId}` },
    async (tx): Promise<TreatmentView> => {
      const { stored, events, state } = await readStored(tx, clinic.clinicId, treatmentId, policy)
      const names = await listMemberNames(tx, clinic.clinicId)
      return {
        treatmentId,
        appointmentId: known.appointmentId,
        openedAt: known.openedAt,
        sealedAt: known.sealedAt ?? undefined,
        patient: await getPatientFacts(tx, clinic.clinicId, known.patientId),
        events: events.map((event, at) => ({
          seq: stored[at]!.seq,
          hash: stored[at]!.hash,
          event,
          byName: names.get(event.by) ?? '',
        })),
        state,
        head: stored.at(-1)?.hash,
        policy,
        jurisdiction,
        me: {
          memberId: actor.kind === 'member' ? actor.memberId : '',
          name: actor.kind === 'member' ? actor.name : '',
          roles: actor.kind === 'member' ? actor.roles : [],
          mayExamine: may(actor, 'examine'),
          maySeal: may(actor, 'sealTreatment'),
        },
        clinicName: clinic.name,
        timeZone: clinic.timeZone,
        nowAt,
      }
    },
  )
}
