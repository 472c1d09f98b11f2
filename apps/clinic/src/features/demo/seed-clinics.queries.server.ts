import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { ClinicTransaction, Database } from '#platform/database/database.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import type { DemoClinic } from './demo-clinics.ts'
import type { DemoHistory } from './history/demo-history.ts'
import { seedHistory } from './history/seed-history.queries.server.ts'
import type { DemoIds } from './history/story.ts'
import { seedCentrifuge } from './seed-prp.queries.server.ts'

/** Whether any clinic stands in this house. */
export async function hasClinics(owner: Database): Promise<boolean> {
  const { rows } = await sql<{ stands: boolean }>`select exists (select from house.clinics) as stands`.execute(owner)
  return rows[0]!.stands
}

/** Marks the house as a demo, so that its clock may move and its outbox may be read. */
export async function declareDemo(owner: Database): Promise<void> {
  await sql`insert into house.secrets (name, value) values ('demo', 'on') on conflict (name) do nothing`.execute(owner)
}

/** Builds one demo clinic in one transaction: its rooms, services and team, and the history that `tell` invents for them. */
export async function seedClinic(
  owner: Database,
  clinic: DemoClinic,
  { passwordHash, openedAt, tell }: { passwordHash: string; openedAt: number; tell: (ids: DemoIds) => DemoHistory },
): Promise<void> {
  const clinicId = randomUUID()
  await inClinic(owner, clinicId, async (tx) => {
    await sql`insert into house.clinics (clinic_id, slug, name, time_zone, is_default, opened_at)
      values (${clinicId}, ${clinic.slug}, ${clinic.name}, ${clinic.timeZone}, ${clinic.isDefault}, ${new Date(openedAt)})`.execute(
      tx,
    )
    for (const host of clinic.hosts)
      await sql`insert into house.hosts (host, clinic_id) values (${host}, ${clinicId})`.execute(tx)
    await tx
      .insertInto('clinic.profiles')
      .values({ clinicId, ...clinic.profile })
      .execute()
    const resourceIds = await seedResources(tx, clinicId, clinic)
    await seedServices(tx, clinicId, clinic, resourceIds)
    if (clinic.profile.prpPurpose) await seedCentrifuge(tx, clinicId)
    const memberIds = await seedTeam(tx, clinicId, clinic, { resourceIds, passwordHash })
    await seedHistory(tx, clinicId, tell({ resourceIds, memberIds }))
  })
}

async function seedTeam(
  tx: ClinicTransaction,
  clinicId: string,
  clinic: DemoClinic,
  { resourceIds, passwordHash }: { resourceIds: ReadonlyMap<string, string>; passwordHash: string },
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const member of clinic.team) {
    const userId = randomUUID()
    const memberId = randomUUID()
    ids.set(member.key, memberId)
    await sql`insert into auth."user" (id, name, email, "emailVerified") values (${userId}, ${member.name}, ${member.email}, true)`.execute(
      tx,
    )
    await sql`insert into auth.account (id, "accountId", "providerId", "userId", password, "updatedAt")
        values (${randomUUID()}, ${userId}, 'credential', ${userId}, ${passwordHash}, now())`.execute(tx)
    await tx
      .insertInto('clinic.teamMembers')
      .values({
        clinicId,
        memberId,
        userId,
        displayName: member.name,
        roles: member.roles,
        doctor: member.doctor,
        language: member.language,
        resourceId: member.resource ? resourceIds.get(member.resource)! : null,
      })
      .execute()
  }
  return ids
}

async function seedResources(
  tx: ClinicTransaction,
  clinicId: string,
  clinic: DemoClinic,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const [position, resource] of clinic.resources.entries()) {
    const resourceId = randomUUID()
    ids.set(resource.key, resourceId)
    await tx
      .insertInto('clinic.resources')
      .values({
        clinicId,
        resourceId,
        kind: resource.kind,
        name: resource.name,
        bufferAfterMinutes: resource.bufferAfterMinutes ?? 0,
        position,
      })
      .execute()
  }
  const rules = Object.entries(clinic.opening).flatMap(([weekday, openings]) =>
    openings.map(([opens, closes]) => ({ clinicId, weekday: Number(weekday), opens, closes })),
  )
  await tx.insertInto('clinic.openingHours').values(rules).execute()
  return ids
}

async function seedServices(
  tx: ClinicTransaction,
  clinicId: string,
  clinic: DemoClinic,
  resourceIds: Map<string, string>,
): Promise<void> {
  for (const [position, service] of clinic.services.entries()) {
    await tx
      .insertInto('clinic.services')
      .values({
        clinicId,
        serviceId: service.id,
        kind: service.kind,
        nameFr: service.fr,
        nameEn: service.en,
        priceCents: service.priceCents,
        position,
      })
      .execute()
    const phases = service.phases.map((phase, i) => ({
      clinicId,
      serviceId: service.id,
      position: i + 1,
      kind: phase.kind,
      minutes: phase.minutes,
      resourceKinds: phase.resources,
      occupiesPatient: phase.patient,
    }))
    await tx.insertInto('clinic.servicePhases').values(phases).execute()
    const resources = service.resources.map((key) => ({
      clinicId,
      serviceId: service.id,
      resourceId: resourceIds.get(key)!,
    }))
    await tx.insertInto('clinic.serviceResources').values(resources).execute()
  }
}
