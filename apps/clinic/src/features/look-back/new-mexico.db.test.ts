import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller } from '#features/access/index.server.ts'
import { isNotAllowed } from '#features/records/index.server.ts'
import type { TestClinic } from '#platform/database/test-clinic.ts'
import { makeTestDatabase, type TestDatabase } from '#platform/database/test-database.ts'
import { askLookBack, exportLookBack, readLookBack, viewLookBack } from './index.server.ts'
import { makeWorld, type PastTreatment, writePast } from './test-world.queries.server.ts'

/*
 * The case of New Mexico (MMWR 2024;73(16):372-376) replayed: a spa closed on 7 September 2018, 59 clients of that season, 20 of
 * them with PRP needling, blood tubes without labels, no list of who had what. The names, days and places here are invented.
 */

const clients = 59
const withPrp = 20
/** The client who, as registers showed years later, had been infected before. Their spin held three tubes. */
const index = 7
const spinOf = (client: number) => Math.floor((client - 1) / 3)

let database: TestDatabase
beforeAll(async () => {
  database = await makeTestDatabase()
})
afterAll(() => database.close())

/** Client 1 to 20 had PRP, the others other injections; one client a day, three PRP clients in each PRP day. */
function visits(clinic: TestClinic, patientIds: string[], labelled: boolean): PastTreatment[] {
  return patientIds.map((patientId, n) => {
    const client = n + 1
    const isPrp = client <= withPrp
    const dayNumber = isPrp ? spinOf(client) * 7 : client
    const openedAt = Date.parse('2018-05-01T15:00:00Z') + dayNumber * 86_400_000 + (client % 3) * 3_600_000
    const at = openedAt
    return {
      ...{ treatmentId: randomUUID(), patientId, openedAt },
      uses: [
        { kind: 'operator', source: clinic.memberId, at },
        ...(labelled
          ? ([
              { kind: 'room', source: clinic.roomId, at },
              { kind: 'lot', source: isPrp ? 'NEEDLES-1' : 'NEEDLES-2', at },
              { kind: 'cartridge', source: `${isPrp ? 'NEEDLES-1' : 'NEEDLES-2'}/${client}`, at },
              ...(isPrp ? ([{ kind: 'spin', source: `2018-spin-${spinOf(client)}`, at }] as const) : []),
            ] as const)
          : []),
      ],
    }
  })
}

async function replay(labelled: boolean) {
  const { clinic, patientIds } = await makeWorld(database.owner, labelled ? 'labelled' : 'unlabelled', clients)
  await database.owner.query('update house.clinics set time_zone = $2 where clinic_id = $1', [
    clinic.clinicId,
    'America/Denver',
  ])
  // In the old way there was a first name and a telephone contact, for some.
  if (!labelled)
    await database.owner.query(
      `update clinic.patients set phone = '', email = '' where clinic_id = $1 and file_number % 3 = 0`,
      [clinic.clinicId],
    )
  await writePast(database.owner, clinic.clinicId, visits(clinic, patientIds, labelled))
  const caller: Caller = {
    house: database.house,
    clinic: {
      clinicId: clinic.clinicId,
      slug: clinic.slug,
      name: 'The spa',
      timeZone: 'America/Denver',
      isDefault: false,
    },
    actor: {
      kind: 'member',
      memberId: clinic.memberId,
      userId: 'u',
      name: 'Health Dept',
      roles: ['owner'],
      doctor: true,
      resourceId: undefined,
    },
    language: 'en',
    nowAt: Date.parse('2018-09-08T15:00:00Z'),
  }
  const lookFor = async (kind: 'patient' | 'spin', source: string) => {
    const asked = await askLookBack(caller, {
      kind,
      source,
      fromOn: '2018-05-01',
      toOn: '2018-09-07',
      reason: 'HIV after PRP needling',
    })
    if (!('lookBackId' in asked)) throw new Error(JSON.stringify(asked))
    const answer = await readLookBack(caller, asked.lookBackId, 'table')
    const file = await exportLookBack(caller, asked.lookBackId)
    if (!answer || isNotAllowed(answer) || !file || isNotAllowed(file)) throw new Error('no answer')
    return { view: viewLookBack(answer, 'en', 'date'), lines: file.text.trimEnd().split('\r\n') }
  }
  return { lookFor, fileNumberOf: (client: number) => String(100 + client) }
}

test('in the old way the spin was not written down: all 58 others are unknown, and some cannot be reached', async () => {
  const { lookFor, fileNumberOf } = await replay(false)
  const { view, lines } = await lookFor('patient', fileNumberOf(index))
  expect(view.people).toMatchObject({ direct: 0, unknown: clients - 1 - view.people.indirect })
  expect(view.people.indirect + view.people.unknown).toBe(58)
  expect(view.limits).toMatchObject({ withoutLot: 59, withoutRoom: 59 })
  expect(view.rows.filter(({ reach }) => reach === 'none').length).toBeGreaterThan(15)
  expect(lines).toHaveLength(59)
  expect((await lookFor('spin', '2018-spin-2')).view.people).toEqual({ direct: 0, indirect: 0, unknown: clients })
})

test('in ours the line list names the two others of the spin, the lot’s nineteen, and nobody is unknown', async () => {
  const { lookFor, fileNumberOf } = await replay(true)
  const spin = await lookFor('spin', `2018-spin-${spinOf(index)}`)
  expect(spin.lines.slice(1).map((line) => line.split(',').slice(0, 3).join(' '))).toEqual([
    '1 direct 109',
    '1 direct 107',
    '1 direct 108',
  ])

  const { view, lines } = await lookFor('patient', fileNumberOf(index))
  expect(view.people).toMatchObject({ direct: withPrp - 1, unknown: 0 })
  expect(view.limits).toMatchObject({ withoutLot: 0, withoutRoom: 0 })
  expect(view.reach).toEqual({ yes: withPrp - 1, no: 0 })
  const ofSpin = lines.filter((line) => line.includes('spin 2018-spin-2'))
  expect(ofSpin.map((line) => line.split(',')[2])).toEqual(['109', '108'])
  expect(ofSpin[0]).toMatch(
    /^1,direct,109,Family9,Given9,1988-03-03,\+32 470 00 00 9,p9@patient.example,yes,2018-05-15T09:00,America\/Denver,Salle 1,NEEDLES-1\/9,/,
  )
})
