import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { ClinicTransaction, Database } from '#platform/database/database.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { issueToken } from '#platform/house/house.queries.server.ts'

/** The clinic that answers where no host is named, or undefined in an empty house. Asked as the owner. */
export async function findDefaultClinicId(owner: Database): Promise<string | undefined> {
  const { rows } = await sql<{ clinicId: string }>`
    select clinic_id from house.clinics order by is_default desc, opened_at limit 1`.execute(owner)
  return rows[0]?.clinicId
}

/**
 * Builds the first clinic as the owner: nothing in it is known yet, so its rules are the strictest (France: a doctor only,
 * PRP off, consultation first). One room, one practitioner, one service, so that the site and the day can be seen.
 * @returns its id, or undefined when another process was first
 */
export async function insertFirstClinic(owner: Database, openedAt: number): Promise<string | undefined> {
  const clinicId = randomUUID()
  return inClinic(owner, clinicId, async (tx) => {
    const { numAffectedRows } = await sql`
      insert into house.clinics (clinic_id, slug, name, time_zone, is_default, opened_at)
      values (${clinicId}, 'clinic', 'Mon cabinet', 'Europe/Paris', true, ${new Date(openedAt)})
      on conflict do nothing`.execute(tx)
    if (numAffectedRows !== 1n) return undefined
    await tx
      .insertInto('clinic.profiles')
      .values({
        clinicId,
        ...{ country: 'FR', city: '', address: '', phone: '', email: '', accessFr: '', accessEn: '' },
        ...{ firstVisit: 'consultation', noticeMinutes: 1440, horizonDays: 90, stepMinutes: 15, freeCancelHours: 24 },
      })
      .execute()
    await insertFirstService(tx, clinicId)
    return clinicId
  })
}

async function insertFirstService(tx: ClinicTransaction, clinicId: string): Promise<void> {
  const practitionerId = randomUUID()
  const roomId = randomUUID()
  const serviceId = 'consultation'
  await tx
    .insertInto('clinic.resources')
    .values([
      { clinicId, resourceId: practitionerId, kind: 'practitioner', name: 'Praticien 1', position: 0 },
      { clinicId, resourceId: roomId, kind: 'room', name: 'Salle 1', position: 1 },
    ])
    .execute()
  const halves = [
    { opens: '09:00', closes: '12:30' },
    { opens: '13:30', closes: '18:00' },
  ]
  await tx
    .insertInto('clinic.openingHours')
    .values([1, 2, 3, 4, 5].flatMap((weekday) => halves.map((half) => ({ clinicId, weekday, ...half }))))
    .execute()
  await tx
    .insertInto('clinic.services')
    .values({ clinicId, serviceId, kind: 'consultation', nameFr: 'Consultation', nameEn: 'Consultation' })
    .execute()
  await tx
    .insertInto('clinic.servicePhases')
    .values({
      ...{ clinicId, serviceId, position: 1, kind: 'consultation', minutes: 30, occupiesPatient: true },
      resourceKinds: ['practitioner', 'room'],
    })
    .execute()
  await tx
    .insertInto('clinic.serviceResources')
    .values([practitionerId, roomId].map((resourceId) => ({ clinicId, serviceId, resourceId })))
    .execute()
}

/** Issues an invitation where the clinic has no team, and takes back those before it; false where it has one. */
export async function replaceInvitation(
  owner: Database,
  clinicId: string,
  invitation: { sha256: Buffer; expiresAt: number },
): Promise<boolean> {
  return inClinic(owner, clinicId, async (tx) => {
    await sql`select from house.clinics where clinic_id = ${clinicId} for update`.execute(tx)
    const member = await tx
      .selectFrom('clinic.teamMembers')
      .select('memberId')
      .where('clinicId', '=', clinicId)
      .limit(1)
      .execute()
    if (member.length > 0) return false
    await sql`delete from house.tokens where kind = 'ownerInvitation' and clinic_id = ${clinicId}`.execute(tx)
    await issueToken(tx, { ...invitation, kind: 'ownerInvitation', subjectId: clinicId })
    return true
  })
}

export type FirstMember = {
  userId: string
  name: string
  roles: string[]
  doctor: boolean
  language: string
}

/** Uses the invitation up and makes its bearer the clinic's first member; false when it is spent or somebody is there already. */
export async function acceptInvitation(
  tx: ClinicTransaction,
  sha256: Buffer,
  at: number,
  member: FirstMember,
): Promise<boolean> {
  const { rows } = await sql<{ memberId: string | null }>`
    select house.accept_owner_invitation(
      ${sha256}, ${new Date(at)}, ${member.userId}, ${member.name}, ${member.roles}, ${member.doctor}, ${member.language}
    ) as member_id`.execute(tx)
  return typeof rows[0]?.memberId === 'string'
}
