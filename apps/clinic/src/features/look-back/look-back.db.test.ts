import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Caller, Role } from '#features/access/index.server.ts'
import { isNotAllowed } from '#features/records/index.server.ts'
import type { TestClinic } from '#platform/database/test-clinic.ts'
import { makeTestDatabase, type TestDatabase } from '#platform/database/test-database.ts'
import { askLookBack, exportLookBack, noteTold, readLookBack, viewLetters, viewLookBack } from './index.server.ts'
import type { QuestionDraft } from './question.ts'
import { makeWorld, writePast } from './test-world.queries.server.ts'

const nowAt = Date.parse('2026-11-24T09:00:00Z')
const day = (on: string, time = '10:00') => Date.parse(`${on}T${time}:00+01:00`)
const lot: QuestionDraft = {
  kind: 'lot',
  source: ' l2405-b ',
  fromOn: '2026-11-01',
  toOn: '2026-11-24',
  reason: 'maker’s notice',
}
let database: TestDatabase
let clinic: TestClinic
let people: string[]
let made = 0

beforeAll(async () => {
  database = await makeTestDatabase()
})
afterAll(() => database.close())
/** Ana and Bo had the lot, Ana twice; Cleo came after Bo in his room; of Dov's needles nobody wrote the lot; Eve was elsewhere. */
beforeEach(async () => {
  const world = await makeWorld(database.owner, `looks-${++made}`, 5)
  clinic = world.clinic
  people = world.patientIds
  const visit = (who: number, at: number, room: string, lotName: string | undefined) => ({
    ...{ treatmentId: randomUUID(), patientId: people[who]!, openedAt: at },
    uses: [
      { kind: 'room' as const, source: room, at },
      { kind: 'operator' as const, source: clinic.memberId, at },
      ...(lotName
        ? [
            { kind: 'lot' as const, source: lotName, at },
            { kind: 'cartridge' as const, source: `${lotName}/00${who}`, at },
          ]
        : []),
    ],
  })
  const elsewhere = randomUUID()
  await writePast(database.owner, clinic.clinicId, [
    visit(0, day('2026-11-02'), clinic.roomId, 'L2405-B'),
    visit(0, day('2026-11-16'), clinic.roomId, 'L2405-B'),
    visit(1, day('2026-11-05'), clinic.roomId, 'L2405-B'),
    visit(2, day('2026-11-05', '11:10'), clinic.roomId, 'OTHER'),
    visit(3, day('2026-11-09'), elsewhere, undefined),
    visit(4, day('2026-11-10'), elsewhere, 'OTHER'),
  ])
})

const callerAs = (roles: Role[]): Caller => ({
  house: database.house,
  clinic: {
    clinicId: clinic.clinicId,
    slug: clinic.slug,
    name: clinic.slug,
    timeZone: 'Europe/Brussels',
    isDefault: false,
  },
  actor: {
    kind: 'member',
    memberId: clinic.memberId,
    userId: 'u',
    name: 'Dr Test',
    roles,
    doctor: false,
    resourceId: undefined,
  },
  language: 'fr',
  nowAt,
})

async function ask(draft: QuestionDraft = lot) {
  const asked = await askLookBack(callerAs(['owner']), draft)
  if (!('lookBackId' in asked)) throw new Error(JSON.stringify(asked))
  return asked.lookBackId
}

async function read(lookBackId: string) {
  const answer = await readLookBack(callerAs(['practitioner']), lookBackId, 'table')
  if (!answer || isNotAllowed(answer)) throw new Error('no answer')
  return answer
}

const lines = async () =>
  (
    await database.owner.query(
      'select action, outcome, patient_id, detail from clinic.audit_log where clinic_id = $1 order by entry_id',
      [clinic.clinicId],
    )
  ).rows

test('says who, when, through what and how surely, each certainty by itself', async () => {
  const view = viewLookBack(await read(await ask()), 'fr', 'date')
  expect(view.people).toEqual({ direct: 2, indirect: 1, unknown: 1 })
  expect(view.treatments).toEqual({ direct: 3, indirect: 1, unknown: 1 })
  expect(view.rows.map(({ name, certainty, on, link }) => [name, certainty, on, link])).toEqual([
    ['FAMILY1, Given1', 'direct', '02-nov-2026', 'cartouche 000, même lot'],
    ['FAMILY2, Given2', 'direct', '05-nov-2026', 'cartouche 001, même lot'],
    ['FAMILY3, Given3', 'indirect', '05-nov-2026', 'après Family2, 11:10'],
    ['FAMILY4, Given4', 'unknown', '09-nov-2026', 'rien de noté pour le dire'],
    ['FAMILY1, Given1', 'direct', '16-nov-2026', 'cartouche 000, même lot'],
  ])
  expect(view.limits).toMatchObject({ checked: 7, withoutLot: 1, open: 7 })
})

test('who cannot be reached stands first among the direct ones', async () => {
  await database.owner.query(`update clinic.patients set phone = '', email = '' where patient_id = $1`, [people[1]])
  const view = viewLookBack(await read(await ask()), 'en')
  expect(view.rows[0]).toMatchObject({ name: 'FAMILY2, Given2', reach: 'none', phone: '' })
  expect(view.reach).toEqual({ yes: 1, no: 1 })
})

test('one look leaves one line with the question, and one in the log of each patient whom it names', async () => {
  const lookBackId = await ask()
  expect(await lines()).toMatchObject([{ action: 'lookBack', patient_id: null, outcome: 'allowed' }])
  expect((await lines())[0].detail).toContain('maker’s notice')
  await read(lookBackId)
  const added = (await lines()).slice(1)
  expect(added[0]).toMatchObject({ action: 'lookBack', patient_id: null, detail: `table of look-back ${lookBackId}` })
  expect(
    added
      .slice(1)
      .map(({ patient_id }) => patient_id)
      .sort(),
  ).toEqual(people.slice(0, 4).sort())
})

test.each([[['assistant']], [['frontDesk']], [['frontDesk', 'assistant']]] as Role[][][])(
  '%s is refused everywhere, and nothing is written but the refusals',
  async (roles) => {
    const lookBackId = await ask()
    const before = (await lines()).length
    const caller = callerAs(roles)
    const answers = [
      await askLookBack(caller, lot),
      await readLookBack(caller, lookBackId, 'table'),
      await exportLookBack(caller, lookBackId),
      await noteTold(caller, lookBackId, 'call', [people[0]!]),
    ]
    expect(answers.every(isNotAllowed)).toBe(true)
    const added = (await lines()).slice(before)
    expect(added).toHaveLength(4)
    expect(added.every(({ outcome, patient_id }) => outcome === 'refused' && patient_id === null)).toBe(true)
    const { rows } = await database.owner.query(
      'select (select count(*)::int from clinic.look_backs where clinic_id = $1) as looks, (select count(*)::int from clinic.exposure_notices where clinic_id = $1) as notices',
      [clinic.clinicId],
    )
    expect(rows).toEqual([{ looks: 1, notices: 0 }])
  },
)

test('a question without a reason, without dates or about nothing that is known is not asked', async () => {
  const faultsOf = async (change: Partial<QuestionDraft>) => {
    const asked = await askLookBack(callerAs(['owner']), { ...lot, ...change })
    return 'faults' in asked ? asked.faults : []
  }
  expect(await faultsOf({ reason: '' })).toEqual(['ReasonMissing'])
  expect(await faultsOf({ source: '' })).toEqual(['SourceMissing'])
  expect(await faultsOf({ fromOn: '2026-11-25' })).toEqual(['DatesReversed'])
  expect(await faultsOf({ fromOn: '31-12-2026' })).toEqual(['DateMissing'])
  expect(await faultsOf({ kind: 'room', source: randomUUID() })).toEqual(['SourceUnknown'])
  expect(await faultsOf({ kind: 'patient', source: '999 999' })).toEqual(['SourceUnknown'])
  expect(await faultsOf({ kind: 'cartridge', source: 'L2405-B' })).toEqual(['CartridgeIncomplete'])
})

test('from an index patient: others of the same lot are direct, of the same room that day indirect', async () => {
  const view = viewLookBack(await read(await ask({ ...lot, kind: 'patient', source: '102' })), 'en', 'date')
  expect(view.question.source).toBe('FAMILY2, Given2')
  expect(view.rows.map(({ name, certainty }) => [name, certainty])).toEqual([
    ['FAMILY1, Given1', 'direct'],
    ['FAMILY3, Given3', 'indirect'],
    ['FAMILY1, Given1', 'direct'],
  ])
})

test('the line list is one row a treatment, hashed, and the hash is in the log', async () => {
  await database.owner.query(`update clinic.patients set family_name = '=Family, "1"' where patient_id = $1`, [
    people[0],
  ])
  const lookBackId = await ask()
  const file = await exportLookBack(callerAs(['owner']), lookBackId)
  if (!file || isNotAllowed(file)) throw new Error('no file')
  const rows = file.text.trimEnd().split('\r\n')
  expect(rows).toHaveLength(6)
  expect(rows[0]).toMatch(/^order,certainty,file_number,family_name/)
  expect(rows[1]).toContain(
    `1,direct,101,"'=Family, ""1""",Given1,1988-03-03,+32 470 00 00 1,p1@patient.example,yes,2026-11-02T10:00`,
  )
  expect(file.hash).toBe(createHash('sha256').update(file.text).digest('hex'))
  expect(file.fileName).toContain(file.hash)
  expect((await lines()).at(-1)?.detail).toContain(file.hash)
})

test('letters go to those with a direct link, each in their language, with nothing of health in the subject', async () => {
  await database.owner.query(`update clinic.patients set language = 'en' where patient_id = $1`, [people[1]])
  const lookBackId = await ask()
  const letters = viewLetters(await read(lookBackId), { name: 'Cabinet', phone: '+32 2 555 01 20', country: 'BE' })
  expect(letters.map(({ language, name, subject }) => [language, name, subject])).toEqual([
    ['fr', 'Given1 Family1', 'Merci d’appeler votre cabinet'],
    ['en', 'Given2 Family2', 'Please call your clinic'],
  ])
  for (const { lines: text } of letters) expect(text.join(' ')).not.toMatch(/lot|cartou|cartridge|needl|Family3/i)
  await noteTold(callerAs(['owner']), lookBackId, 'letter', [people[0]!, people[4]!, people[0]!])
  const view = viewLookBack(await read(lookBackId), 'fr', 'date')
  expect(view.rows.map(({ told }) => told)).toEqual(['lettre, 24-nov-2026', '', '', '', 'lettre, 24-nov-2026'])
  const { rows } = await database.owner.query('select patient_id from clinic.exposure_notices where clinic_id = $1', [
    clinic.clinicId,
  ])
  expect(rows).toEqual([{ patient_id: people[0] }])
})

test('another clinic’s look-back is none', async () => {
  const lookBackId = await ask()
  const other = await makeWorld(database.owner, `other-${made}`, 1)
  clinic = other.clinic
  expect(await readLookBack(callerAs(['owner']), lookBackId, 'table')).toBeUndefined()
  expect(await exportLookBack(callerAs(['owner']), lookBackId)).toBeUndefined()
})
