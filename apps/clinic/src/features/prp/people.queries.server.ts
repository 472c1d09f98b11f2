import type { PrpIdentity } from '@pointille/protocol'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { instant } from '#platform/database/instant.server.ts'
import { isUuid } from '#platform/http/uuid.ts'

/** Somebody in treatment now: who may sit in front of a tube. */
export type PersonInTreatment = {
  treatmentId: string
  patientId: string
  identity: PrpIdentity & { fileNumber: number }
}

const ofTreatment = (tx: ClinicTransaction, clinicId: string) =>
  tx
    .selectFrom('clinic.treatments as t')
    .innerJoin('clinic.patients as p', (join) =>
      join.onRef('p.clinicId', '=', 't.clinicId').onRef('p.patientId', '=', 't.patientId'),
    )
    .select(['t.treatmentId', 't.patientId', 'p.familyName', 'p.givenName', 'p.birthOn', 'p.fileNumber'])
    .where('t.clinicId', '=', clinicId)
    .where('t.sealedAt', 'is', null)

type Row = Omit<PersonInTreatment, 'identity'> & PersonInTreatment['identity']

function personOf({ treatmentId, patientId, familyName, givenName, birthOn, fileNumber }: Row): PersonInTreatment {
  return { treatmentId, patientId, identity: { familyName, givenName, birthOn, fileNumber } }
}

/** Everybody whose treatment was opened since, and is not sealed. */
export async function listInTreatment(
  tx: ClinicTransaction,
  clinicId: string,
  sinceAt: number,
): Promise<PersonInTreatment[]> {
  const rows = await ofTreatment(tx, clinicId)
    .where('t.openedAt', '>=', instant(sinceAt))
    .orderBy('p.familyName')
    .execute()
  return rows.map(personOf)
}

export async function findInTreatment(
  tx: ClinicTransaction,
  clinicId: string,
  treatmentId: string,
): Promise<PersonInTreatment | undefined> {
  if (!isUuid(treatmentId)) return undefined
  const row = await ofTreatment(tx, clinicId).where('t.treatmentId', '=', treatmentId).executeTakeFirst()
  return row && personOf(row)
}

/** Who these patients are, by their ids. */
export async function listIdentities(
  tx: ClinicTransaction,
  clinicId: string,
  patientIds: readonly string[],
): Promise<Map<string, PersonInTreatment['identity']>> {
  if (patientIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('clinic.patients')
    .select(['patientId', 'familyName', 'givenName', 'birthOn', 'fileNumber'])
    .where('clinicId', '=', clinicId)
    .where('patientId', 'in', patientIds)
    .execute()
  return new Map(rows.map(({ patientId, ...identity }) => [patientId, identity]))
}

/** The names behind member ids. */
export async function listNames(tx: ClinicTransaction, clinicId: string): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('clinic.teamMembers')
    .select(['memberId', 'displayName'])
    .where('clinicId', '=', clinicId)
    .execute()
  return new Map(rows.map(({ memberId, displayName }) => [memberId, displayName]))
}
