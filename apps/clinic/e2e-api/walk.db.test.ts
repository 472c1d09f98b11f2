import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { doorOf, listDoors } from '../src/features/access/index.server.ts'
import { type DemoDatabase, makeDemoDatabase } from './demo-database.ts'
import { type Server, startServers } from './servers.ts'
import { askAs, type Reply, signInAt } from './walk-client.ts'
import { findComingAppointment, findPlace, issueToken, type Place, pictureOf } from './walk-places.queries.server.ts'
import { listRoutesOnDisk } from './walk-routes.ts'
import {
  type ActorName,
  actors,
  type Ids,
  isMember,
  type Language,
  type Opening,
  type Row,
  table,
} from './walk-table.ts'

/*
 * Walks every route and call of the served application as everybody, and compares with the one table of what each may do.
 * Addresses carry real rows: of the walked clinic (demo-be), and of another one (demo-fr) wherever a row is named.
 */

const password = 'pointille-demo'
let demo: DemoDatabase
let server: Server
let here: Place
let there: Place
let ids: Ids
let foreignIds: Ids
const cookies: Partial<Record<ActorName, string>> = {}

beforeAll(async () => {
  demo = await makeDemoDatabase()
  const [started] = await startServers(1, demo.databaseUrl)
  server = started!
  here = await findPlace(demo.owner, 'demo-be')
  there = await findPlace(demo.owner, 'demo-fr')
  ids = await idsOf(here)
  foreignIds = await idsOf(there)
  for (const role of ['owner', 'practitioner', 'assistant', 'frontDesk'] as const)
    cookies[role] = await signInAt(server.address, here.host, `${role.toLowerCase()}@demo-be.example`, password)
  cookies.strangerOwner = await signInAt(server.address, there.host, 'owner@demo-fr.example', password)
  cookies.patient = await patientCookie(here, here.patient)
  cookies.strangerPatient = await patientCookie(there, there.patient)
})
afterAll(async () => {
  await server?.kill()
  await demo?.drop()
})

async function patientCookie(place: Place, patientId: string): Promise<string> {
  return `pointille_patient=${await issueToken(demo.owner, 'patientSignIn', place.clinicId, patientId)}`
}

async function idsOf(place: Place): Promise<Ids> {
  const appointmentId = await findComingAppointment(demo.owner, place.clinicId)
  return {
    slug: place.slug,
    appointment: place.appointment,
    patient: place.patient,
    treatment: place.sealedTreatment,
    openTreatment: place.openTreatment,
    course: place.course,
    manage: await issueToken(demo.owner, 'manageAppointment', place.clinicId, appointmentId),
    hold: place.hold,
    spent: place.hold,
    day: 1,
    date: new Date().toISOString().slice(0, 10),
  }
}

type Way = { id: string; row: Row; verb: string; opening: Opening }
type Step = Omit<Way, 'id'> & { actor: ActorName; language: Language; values: Ids }

function take({ row, verb, opening, actor, language, values }: Step, accept?: string): Promise<Reply> {
  return askAs(server.address, {
    method: methodOf(verb),
    path: row.path(values, language) + (verb.split(' ')[1] ?? ''),
    host: here.host,
    cookie: cookies[actor],
    json: opening.json,
    form: opening.form?.(values) ?? {},
    ...(accept ? { accept } : {}),
  })
}

const methodOf = (verb: string) => verb.split(' ')[0]!
const isSignIn = (location: string | undefined) =>
  /^\/(fr\/connexion|en\/sign-in|fr\/espace\/lien|en\/my\/link)(\?|$)/.test(location ?? '')

/** Refused at the door: led to sign in, or told no in one sentence. */
function isRefused(reply: Reply, actor: ActorName): boolean {
  if (isMember(actor) || actor === 'patient') return reply.status === 403 && reply.body.includes('PT-403-DOOR')
  return (
    (reply.status === 303 && isSignIn(reply.location)) || (reply.status === 401 && reply.body.includes('PT-401-DOOR'))
  )
}

function tell(step: Step, reply: Reply): string {
  const { verb, row, actor, language, values } = step
  return `${actor} ${verb} ${row.path(values, language)}: ${reply.status} ${reply.location ?? ''} ${/PT-\d{3}-\w+/.exec(reply.body)?.[0] ?? ''}`
}

/** The methods of a row of the table, named as `listRoutesOnDisk` names them. */
function listWays(id: string, row: Row): Way[] {
  const actions = Object.entries(row.actions ?? {}).map(([name, opening]) => [`POST ?/${name}`, opening] as const)
  const methods = (['GET', 'POST', 'DELETE'] as const).flatMap((verb) => {
    const opening = row[verb]
    return opening ? [[verb, opening] as const] : []
  })
  return [...methods, ...actions].map(([verb, opening]) => ({ id, row, verb, opening }))
}

const steps = Object.entries(table).flatMap(([id, row]) => listWays(id, row))
/** Signing out takes the cookies away: it is walked when everything else is done. */
const isSignOut = ({ id, verb }: Way) => id.endsWith('/sign-out') && verb === 'POST'

async function walk({ row, verb, opening }: Way): Promise<void> {
  const languages: Language[] = verb === 'GET' && row.path(ids, 'fr') !== row.path(ids, 'en') ? ['fr', 'en'] : ['fr']
  for (const language of languages)
    for (const actor of actors) {
      const step = { row, verb, opening, actor, language, values: ids }
      const reply = await take(step)
      if (!opening.for.includes(actor)) {
        expect(isRefused(reply, actor), tell(step, reply)).toBe(true)
        expect(leaks(reply, here), tell(step, reply)).toEqual([])
        continue
      }
      const expected = typeof opening.status === 'function' ? opening.status(actor) : opening.status
      expect(reply.status, tell(step, reply)).toBe(expected)
      if (expected !== 303) expect(isRefused(reply, actor), tell(step, reply)).toBe(false)
    }
}

describe('the map', () => {
  test('every route on disk has a door and a row in the table for each of its methods, and nothing is listed twice over', () => {
    const onDisk = listRoutesOnDisk()
    expect([...onDisk.keys()].toSorted()).toEqual(Object.keys(table).toSorted())
    expect(listDoors().toSorted()).toEqual(Object.keys(table).toSorted())
    for (const [id, methods] of onDisk) {
      expect(doorOf(id), id).toBeDefined()
      const listed = listWays(id, table[id]!).map(({ verb }) => verb)
      // What no other route of the API answers, this one does, whatever the method.
      if (id !== '/api/v1/[...rest]') expect(listed.toSorted(), id).toEqual([...methods].toSorted())
    }
  })
})

describe('every door as everybody', () => {
  test.each(steps.filter((step) => !isSignOut(step)))('$verb $id', walk)
})

describe('what a refused reader may still try', () => {
  test.each(steps.filter(({ verb, opening }) => verb === 'GET' && opening.for.length < actors.length))(
    'HEAD and the data of $id are closed to the same people',
    async ({ row, verb, opening }) => {
      for (const actor of actors.filter((name) => !opening.for.includes(name))) {
        const path = row.path(ids, 'fr')
        const ask = (method: string, asked: string, accept: string) =>
          askAs(server.address, { method, path: asked, host: here.host, cookie: cookies[actor], accept })
        const head = await ask('HEAD', path, 'text/html')
        expect([303, 401, 403], `${actor} HEAD ${path}`).toContain(head.status)
        const data = await ask('GET', `${path}/__data.json?x-sveltekit-invalidated=111`, '*/*')
        const isClosed = [401, 403, 404].includes(data.status) || /^\{"type":"redirect"/.test(data.body)
        expect(isClosed, `${actor} ${verb} ${path}/__data.json: ${data.status} ${data.body.slice(0, 80)}`).toBe(true)
        expect(leaks(data, here), `${actor} ${path}/__data.json`).toEqual([])
      }
    },
  )

  test('software that is refused reads JSON with a code, not a page', async () => {
    const path = table['/[language=language]/clinic/treatments/[treatment]/events']!.path(ids, 'fr')
    const ask = (actor: ActorName) =>
      askAs(server.address, {
        method: 'POST',
        path,
        host: here.host,
        cookie: cookies[actor],
        json: {},
        accept: 'application/json',
      })
    expect(JSON.parse((await ask('nobody')).body)).toMatchObject({ code: 'PT-401-DOOR' })
    expect(JSON.parse((await ask('frontDesk')).body)).toMatchObject({ code: 'PT-403-DOOR' })
  })

  test('a form of another site is refused, whoever is signed in', async () => {
    const refused = await fetch(`${server.address}/fr/deconnexion`, {
      method: 'POST',
      headers: {
        origin: 'https://evil.example',
        cookie: cookies.owner ?? '',
        'content-type': 'application/x-www-form-urlencoded',
      },
      redirect: 'manual',
    })
    expect(refused.status).toBe(403)
  })

  test('an unknown address gives the page with the way out and the telephone, in both languages', async () => {
    for (const [path, words] of [
      ['/fr/nulle-part', 'Cette page n’existe pas'],
      ['/en/nowhere', 'This page does not exist'],
      ['/fr/sign-in', 'Cette page n’existe pas'],
      ['/en/connexion', 'This page does not exist'],
    ] as const) {
      const reply = await askAs(server.address, { method: 'GET', path, host: here.host })
      expect(reply.status, path).toBe(404)
      for (const said of [words, 'PT-404-PAGE', 'tel:+3225550120']) expect(reply.body, path).toContain(said)
    }
  })
})

/** Names and addresses of the clinic's patients that stand in an answer. */
function leaks({ body }: Reply, place: Place): string[] {
  // As words: the fingerprint in the name of a script may hold three letters of anybody.
  return place.secrets.filter((secret) => new RegExp(`(?<![\\w-])${RegExp.escape(secret)}(?![\\w-])`).test(body))
}

describe('rows of another clinic', () => {
  const isForeign = ({ row, opening }: Way) => row.foreign || opening.foreignStatus !== undefined

  test.each(steps.filter(isForeign))(
    '$verb $id: nobody here learns or changes anything of them',
    async ({ row, verb, opening }) => {
      const before = await pictureOf(demo.owner, there.clinicId)
      for (const actor of actors) {
        const step = { row, verb, opening, actor, language: 'fr', values: foreignIds } as const
        const reply = await take(step)
        const closed = [403, 404, opening.foreignStatus]
        // A form that says nothing is told so before anybody looks for the row.
        if (opening.status === 400 || opening.status === 422) closed.push(opening.status)
        const isClosed = opening.for.includes(actor) ? closed.includes(reply.status) : isRefused(reply, actor)
        expect(isClosed, tell(step, reply)).toBe(true)
        expect(leaks(reply, there), tell(step, reply)).toEqual([])
      }
      expect(await pictureOf(demo.owner, there.clinicId)).toEqual(before)
    },
  )

  test('a cookie of there opens there', async () => {
    const ask = (path: string, cookie: string | undefined) =>
      askAs(server.address, { method: 'GET', path, host: there.host, cookie })
    expect((await ask('/fr/espace', cookies.strangerPatient)).status).toBe(200)
    expect((await ask('/fr/espace', await patientCookie(here, here.patient))).status).toBe(303)
  })
})

describe('within the clinic', () => {
  test('a patient reads nothing of another patient', async () => {
    const row = table['/[language=language]/my/healing/[treatment]/day/[day]']!
    const values = { ...ids, treatment: here.treatmentOfAnotherDay }
    for (const verb of ['GET', 'POST'] as const) {
      const step = { row, verb, opening: row[verb]!, actor: 'patient', language: 'fr', values } as const
      const reply = await take(step)
      expect([403, 404], tell(step, reply)).toContain(reply.status)
    }
  })

  test('an assistant reads the record of whoever comes today, and of nobody else', async () => {
    const ask = (path: string) =>
      askAs(server.address, { method: 'GET', path, host: here.host, cookie: cookies.assistant })
    expect((await ask(`/fr/cabinet/patients/${here.patient}`)).status).toBe(200)
    for (const path of [
      `/fr/cabinet/patients/${here.patientOfAnotherDay}`,
      `/fr/cabinet/seances/${here.treatmentOfAnotherDay}`,
      `/fr/clinic/treatments/${here.treatmentOfAnotherDay}/events`,
    ]) {
      const reply = await ask(path)
      expect(reply.status, path).toBe(403)
      expect(leaks(reply, here), path).toEqual([])
    }
  })

  test.each(steps.filter(isSignOut))('$verb $id, at last: every cookie is worth nothing afterwards', async (step) => {
    await walk(step)
    for (const actor of ['owner', 'practitioner', 'assistant', 'frontDesk'] as const) {
      const reply = await askAs(server.address, {
        method: 'GET',
        path: '/fr/cabinet',
        host: here.host,
        cookie: cookies[actor],
      })
      expect(isSignIn(reply.location), actor).toBe(true)
    }
    const space = await askAs(server.address, {
      method: 'GET',
      path: '/fr/espace',
      host: here.host,
      cookie: cookies.patient,
    })
    expect(isSignIn(space.location)).toBe(true)
  })

  test('the server complained of nothing on the whole walk', () => {
    expect(server.complaints()).toBe('')
  })
})
