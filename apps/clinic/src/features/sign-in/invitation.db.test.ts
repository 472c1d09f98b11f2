import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller } from '#features/access/index.server.ts'
import { makeTestDatabase, type TestDatabase } from '#platform/database/test-database.ts'
import { listClinics } from '#platform/house/house.queries.server.ts'
import { acceptOwnerInvitation, type NewOwner, readInvitation } from './accept-invitation.server.ts'
import { findActor } from './find-actor.server.ts'
import { inviteFirstOwner } from './invite-owner.server.ts'
import { makeSignInLibrary, type SignInLibrary } from './library.server.ts'
import { headersWith } from './test-team.queries.server.ts'

let database: TestDatabase
let library: SignInLibrary

beforeAll(async () => {
  database = await makeTestDatabase()
  library = makeSignInLibrary(database.house)
})
afterAll(() => database.close())

const newOwner: NewOwner = {
  name: ' Dr Ada Byron ',
  email: 'Ada@clinic.example',
  password: 'a long enough sentence',
  treats: true,
  isDoctor: true,
}
const dayMs = 24 * 3_600_000

async function callerHere(): Promise<Caller> {
  const [clinic] = await listClinics(database.house.db)
  return {
    house: database.house,
    clinic: clinic!,
    actor: { kind: 'nobody' },
    language: 'fr',
    nowAt: database.house.now(),
  }
}

async function invite(nowAt = database.house.now()): Promise<string | undefined> {
  const link = await inviteFirstOwner(database.ownerUrl, { nowAt })
  return link?.replace('/fr/invitation/', '')
}

async function accept(token: string, owner = newOwner) {
  const request = { token, owner, address: '192.0.2.1', headers: new Headers() }
  return acceptOwnerInvitation(await callerHere(), library, request)
}

test('an empty house gets one clinic with the strictest rules, and a link; nobody is in it yet', async () => {
  const token = await invite()
  expect(token).toMatch(/^[\w-]{22}$/)
  const { rows } = await database.owner.query(
    `select c.slug, c.is_default, p.country, p.first_visit, p.prp_purpose, (select count(*)::int from clinic.team_members) as members,
       (select count(*)::int from clinic.resources) as resources, (select count(*)::int from clinic.services) as services,
       (select count(*)::int from auth."user") as users
     from house.clinics c join clinic.profiles p using (clinic_id)`,
  )
  expect(rows).toEqual([
    {
      ...{ slug: 'clinic', is_default: true, country: 'FR', first_visit: 'consultation', prp_purpose: null },
      ...{ members: 0, resources: 2, services: 1, users: 0 },
    },
  ])
  expect(await readInvitation(await callerHere(), token!)).toBe(true)
})

test('a later start gives a fresh link, and the one before opens nothing', async () => {
  const before = await invite()
  const after = await invite()
  expect(await readInvitation(await callerHere(), before!)).toBe(false)
  expect(await readInvitation(await callerHere(), after!)).toBe(true)
})

test('several processes that start at once make one clinic and leave one link that opens', async () => {
  const links = await Promise.all([invite(), invite(), invite()])
  expect(await listClinics(database.house.db)).toHaveLength(1)
  const open = await Promise.all(links.map(async (token) => readInvitation(await callerHere(), token!)))
  expect(open.filter(Boolean)).toHaveLength(1)
})

test('the link opens for seven days', async () => {
  const token = await invite(database.house.now() - 7 * dayMs)
  expect(await accept(token!)).toEqual({ refusal: 'InvitationSpent' })
})

test('a name, an e-mail and twelve characters are asked, and a faulty form leaves the link whole', async () => {
  const token = await invite()
  const faulty = { ...newOwner, name: ' ', email: 'ada', password: 'short' }
  expect(await accept(token!, faulty)).toEqual({
    refusal: 'NewOwnerIncomplete',
    missing: ['name', 'email', 'password'],
  })
  expect(await readInvitation(await callerHere(), token!)).toBe(true)
})

test('the application’s role cannot make itself a member: it has no grant, and the function wants the link', async () => {
  const refused = database.house.db
    .insertInto('clinic.teamMembers')
    .values({ clinicId: (await callerHere()).clinic.clinicId, userId: 'x', displayName: 'x', roles: ['owner'] })
    .execute()
  await expect(refused).rejects.toBeInstanceOf(pg.DatabaseError)
})

test('of two who use the link at once one becomes the owner, and the other leaves nothing behind', async () => {
  const token = await invite()
  const other = { ...newOwner, email: 'eve@clinic.example' }
  const answers = await Promise.all([accept(token!), accept(token!, other)])
  expect(answers.filter((answer) => 'cookies' in answer)).toHaveLength(1)
  expect(answers).toContainEqual({ refusal: 'InvitationSpent' })
  const won = answers.find((answer) => 'cookies' in answer)
  if (!won || !('cookies' in won)) throw new Error('nobody came in')
  const { clinic } = await callerHere()
  const actor = await findActor(database.house, clinic, library, {
    headers: headersWith(won.cookies),
    patientToken: undefined,
  })
  expect(actor).toMatchObject({ kind: 'member', name: 'Dr Ada Byron', roles: ['owner', 'practitioner'], doctor: true })
  expect(actor.kind === 'member' && actor.resourceId).toBeTruthy()
  const { rows } = await database.owner.query(
    'select (select count(*)::int from auth."user") as users, (select count(*)::int from clinic.team_members) as members',
  )
  expect(rows).toEqual([{ users: 1, members: 1 }])
})

test('once there is a team no link is given any more, and an old one opens nothing', async () => {
  expect(await invite()).toBeUndefined()
})
