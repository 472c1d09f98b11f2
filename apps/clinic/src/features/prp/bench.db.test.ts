import { randomUUID } from 'node:crypto'
import { verifyChain } from '@pointille/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Caller } from '#features/access/index.server.ts'
import { appendEvents, readTreatment } from '#features/treatments/index.server.ts'
import { makeTestDatabase, type TestDatabase } from '../../platform/database/test-database.ts'
import { makePlasmaClinic } from '../../platform/database/test-plasma.ts'
import * as bench from './index.server.ts'
import { needlingSteps } from './test-needling.ts'

const startAt = Date.parse('2026-11-24T09:00:00Z')
let database: TestDatabase
let made: Awaited<ReturnType<typeof makePlasmaClinic>>
let clinics = 0
let nowAt = startAt

beforeAll(async () => {
  database = await makeTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  nowAt = startAt
  made = await makePlasmaClinic(database.owner, `bench-${++clinics}`)
})

const later = (minutes: number) => {
  nowAt += minutes * 60_000
}
const caller = (role: 'practitioner' | 'assistant' | 'frontDesk' | 'owner' = 'practitioner'): Caller => ({
  house: database.house,
  clinic: {
    clinicId: made.clinic.clinicId,
    slug: made.clinic.slug,
    name: '',
    timeZone: 'Europe/Brussels',
    isDefault: false,
  },
  actor: {
    kind: 'member',
    memberId: made.clinic.memberId,
    userId: 'user',
    name: 'Dr Test',
    roles: [role],
    doctor: role === 'practitioner',
    resourceId: undefined,
  },
  language: 'fr',
  nowAt,
})
const names = (answer: object) => ('refusal' in answer ? answer.refusal : Object.keys(answer)[0])
const kindsOf = async (tubeId: string) =>
  (await database.owner.query('select kind from clinic.prp_events where tube_id = $1 order by seq', [tubeId])).rows.map(
    (row) => row.kind,
  )

async function draw(treatmentId = made.clinic.treatmentId) {
  const tube = await bench.drawTube(caller(), { treatmentId, tubeLot: '' })
  if ('refusal' in tube) throw new Error(tube.refusal)
  return tube
}

/** A tube of the first patient, spun. */
async function spun(treatmentId?: string, minutes = 5) {
  const tube = await draw(treatmentId)
  later(1)
  expect(await bench.checkLabel(caller(), tube.tubeId, ` ${tube.label.toLowerCase()} `)).toMatchObject({ done: true })
  expect(await bench.startSpin(caller(), tube.tubeId, { placeId: made.placeId, rpm: 2317, minutes })).toMatchObject({
    done: true,
  })
  later(minutes)
  expect(await bench.recordTubeStep(caller(), tube.tubeId, 'spinEnded')).toMatchObject({ done: true })
  return tube
}

/** The treatment of the first patient, needled and cleaned. */
async function needle() {
  const events = needlingSteps().map((step) => ({
    ...{ eventId: randomUUID(), at: new Date(nowAt).toISOString(), by: made.clinic.memberId },
    ...step,
  }))
  const answer = await appendEvents(caller(), made.clinic.treatmentId, events)
  if ('refusal' in answer) throw new Error(answer.refusal)
  const refused = answer.answers.find(({ acknowledged }) => !acknowledged)
  if (refused) throw new Error(JSON.stringify(refused))
}

describe('a tube at the bench', () => {
  test('goes to the skin of its donor, scan by scan, and both chains say so', async () => {
    await needle()
    const { tubeId, label } = await spun()
    later(2)
    expect(await bench.matchPerson(caller(), tubeId, { treatmentId: made.clinic.treatmentId })).toEqual({
      done: true,
      tubeId,
    })
    expect(await bench.fillSyringe(caller(), tubeId, label)).toEqual({ done: true, tubeId })
    later(10)
    expect(await bench.applyPlasma(caller('assistant'), tubeId, `${label}-S`)).toEqual({ done: true, tubeId })
    expect(await bench.closeDay(caller())).toMatchObject({ refusal: 'TubesUnaccounted', tubes: [{ label }] })
    expect(await bench.recordTubeStep(caller(), tubeId, 'remainsDiscarded')).toEqual({ done: true, tubeId })
    expect(await bench.closeDay(caller())).toEqual({ closed: true })

    const { rows } = await database.owner.query(
      'select seq, canonical, hash from clinic.prp_events where tube_id = $1 order by seq',
      [tubeId],
    )
    expect(verifyChain(rows.map((row) => ({ ...row, canonical: row.canonical.toString('utf8') })))).toMatchObject({
      ok: true,
    })
    const treatment = await readTreatment(caller(), made.clinic.treatmentId)
    expect(treatment).toMatchObject({
      state: { plasma: [{ tubeId, label: `${label}-S`, delayMinutes: 18, afterNeedlingMinutes: 18 }] },
    })
    expect(await bench.readBench(caller())).toMatchObject({
      tubes: [],
      applied: 1,
      discarded: 0,
      closing: { byName: 'Dr Test' },
    })
  })

  test('that meets another person is stopped for good, nothing is applied, and its donor’s treatment tells the near miss', async () => {
    const { tubeId, label } = await spun()
    expect(await bench.matchPerson(caller(), tubeId, { treatmentId: made.otherTreatmentId })).toEqual({
      stopped: true,
      tubeId,
    })
    expect(await bench.matchPerson(caller(), tubeId, { treatmentId: made.clinic.treatmentId })).toMatchObject({
      refusal: 'IllegalPrpStep',
    })
    expect(await bench.fillSyringe(caller(), tubeId, label)).toMatchObject({ refusal: 'IllegalPrpStep' })
    expect(await bench.readTubePage(caller(), tubeId)).toMatchObject({
      status: 'stopped',
      possible: ['discarded', 'colleagueCalled'],
      orphans: 1,
    })
    expect(await readTreatment(caller(), made.clinic.treatmentId)).toMatchObject({ state: { problems: 1 } })
    expect(await bench.recordTubeStep(caller(), tubeId, 'colleagueCalled')).toMatchObject({ done: true })
    expect(await bench.discardTube(caller(), tubeId, { reason: 'mismatch', note: '' })).toMatchObject({ done: true })
    expect(await bench.closeDay(caller())).toEqual({ closed: true })
  })

  test('is held against what the person says, too', async () => {
    const { rows } = await database.owner.query(
      'select family_name, given_name from clinic.patients where patient_id = $1',
      [made.clinic.patientId],
    )
    const said = { familyName: rows[0].family_name.toLowerCase(), givenName: rows[0].given_name, birthOn: '1988-03-03' }
    const right = await spun()
    expect(await bench.matchPerson(caller(), right.tubeId, { said })).toMatchObject({ done: true })
    const wrong = await spun()
    expect(await bench.matchPerson(caller(), wrong.tubeId, { said: { ...said, birthOn: '1988-03-04' } })).toMatchObject(
      { stopped: true },
    )
  })

  test('another person’s syringe at this chair is the one that is stopped; this one goes on', async () => {
    await needle()
    const mine = await spun()
    const theirs = await spun(made.otherTreatmentId)
    await bench.matchPerson(caller(), mine.tubeId, { treatmentId: made.clinic.treatmentId })
    await bench.fillSyringe(caller(), mine.tubeId, mine.label)
    await bench.matchPerson(caller(), theirs.tubeId, { treatmentId: made.otherTreatmentId })
    await bench.fillSyringe(caller(), theirs.tubeId, theirs.label)
    expect(await bench.applyPlasma(caller(), mine.tubeId, `${theirs.label}-S`)).toEqual({
      stopped: true,
      tubeId: theirs.tubeId,
    })
    expect(await kindsOf(theirs.tubeId)).toContain('mismatched')
    expect(await bench.applyPlasma(caller(), mine.tubeId, `${mine.label}-S`)).toMatchObject({ done: true })
  })

  test('its reprinted label voids the first, which no scan accepts any more', async () => {
    const { tubeId, label } = await draw()
    expect(await bench.reprintLabel(caller(), tubeId)).toEqual({ label: label.replace(/A$/, 'B') })
    expect(await bench.checkLabel(caller(), tubeId, label)).toMatchObject({ refusal: 'LabelVoid' })
    expect(await bench.checkLabel(caller(), tubeId, label.replace(/A$/, 'B'))).toMatchObject({ done: true })
  })

  test('finds its place taken while another turns there', async () => {
    const first = await draw()
    const second = await draw()
    for (const tube of [first, second]) await bench.checkLabel(caller(), tube.tubeId, tube.label)
    const spin = { placeId: made.placeId, rpm: 2317, minutes: 5 }
    expect(await bench.startSpin(caller(), first.tubeId, spin)).toMatchObject({ done: true })
    expect(await bench.startSpin(caller(), second.tubeId, spin)).toEqual({ refusal: 'PlaceTaken' })
    expect(await bench.startSpin(caller(), second.tubeId, { ...spin, rpm: 9000 })).toMatchObject({
      refusal: 'SpinOutOfRange',
    })
    expect(await bench.startSpin(caller(), second.tubeId, { ...spin, placeId: randomUUID() })).toEqual({
      refusal: 'NoSuchPlace',
    })
    expect(await kindsOf(second.tubeId)).toEqual(['drawn', 'labelChecked'])
  })
})

describe('what is refused writes nothing', () => {
  test('plasma before the needles, past four hours, or by a scan of nothing', async () => {
    const { tubeId, label } = await spun()
    await bench.matchPerson(caller(), tubeId, { treatmentId: made.clinic.treatmentId })
    await bench.fillSyringe(caller(), tubeId, label)
    const before = await kindsOf(tubeId)
    expect(await bench.applyPlasma(caller(), tubeId, `${label}-S`)).toMatchObject({ refusal: 'TreatmentNotReady' })
    expect(await bench.applyPlasma(caller(), tubeId, '')).toMatchObject({ refusal: 'UnknownLabel' })
    expect(await bench.applyPlasma(caller(), tubeId, 'PT-2026-99999-A-S')).toMatchObject({ refusal: 'UnknownLabel' })
    expect(await bench.applyPlasma(caller(), tubeId, label)).toMatchObject({ refusal: 'WrongLabel' })
    later(31)
    expect(await bench.applyPlasma(caller(), tubeId, `${label}-S`)).toMatchObject({ refusal: 'IdentityTooOld' })
    later(240)
    expect(await bench.applyPlasma(caller(), tubeId, `${label}-S`)).toMatchObject({ refusal: 'TooLate' })
    expect(await kindsOf(tubeId)).toEqual(before)
    const { rows } = await database.owner.query('select from clinic.prp_applications where clinic_id = $1', [
      made.clinic.clinicId,
    ])
    expect(rows).toHaveLength(0)
  })

  test('a device may not write plasma into a treatment past the bench', async () => {
    await needle()
    const event = {
      kind: 'plasmaApplied',
      ...{ tubeId: randomUUID(), label: 'PT-2026-00001-A-S', drawnAt: new Date(nowAt).toISOString(), delayMinutes: 0 },
      ...{
        prpHead: 'a'.repeat(64),
        eventId: randomUUID(),
        at: new Date(nowAt).toISOString(),
        by: made.clinic.memberId,
      },
    }
    expect(await appendEvents(caller(), made.clinic.treatmentId, [event])).toMatchObject({
      answers: [{ refusal: 'PlasmaAtItsBench' }],
    })
  })

  test.each(['frontDesk', 'owner'] as const)(
    '%s neither draws nor sees a tube, and only the refusal is logged',
    async (role) => {
      const { tubeId } = await draw()
      const who = caller(role)
      expect(await bench.drawTube(who, { treatmentId: made.clinic.treatmentId, tubeLot: '' })).toMatchObject({
        refusal: 'NotAllowed',
      })
      expect(await bench.discardTube(who, tubeId, { reason: 'spill', note: '' })).toMatchObject({
        refusal: 'NotAllowed',
      })
      expect(await bench.readTubePage(who, tubeId)).toMatchObject({ refusal: 'NotAllowed' })
      expect(await kindsOf(tubeId)).toEqual(['drawn'])
      const { rows } = await database.owner.query(
        `select action from clinic.audit_log where clinic_id = $1 and outcome = 'refused'`,
        [made.clinic.clinicId],
      )
      expect(rows.map(({ action }) => action)).toEqual(['handlePlasma', 'handlePlasma', 'handlePlasma'])
    },
  )

  test('where plasma is prohibited or switched off there is no bench', async () => {
    const { tubeId } = await draw()
    made = await makePlasmaClinic(database.owner, `bench-fr-${clinics}`, 'FR')
    expect(await bench.readBench(caller())).toBeUndefined()
    expect(await bench.readTubePage(caller(), tubeId)).toBeUndefined()
    expect(names(await bench.drawTube(caller(), { treatmentId: made.clinic.treatmentId, tubeLot: '' }))).toBe(
      'NoPrpHere',
    )
    expect(names(await bench.closeDay(caller()))).toBe('NoPrpHere')
    expect(await bench.countUnaccounted(caller())).toBeUndefined()
  })

  test('two applications at once are one', async () => {
    await needle()
    const { tubeId, label } = await spun()
    await bench.matchPerson(caller(), tubeId, { treatmentId: made.clinic.treatmentId })
    await bench.fillSyringe(caller(), tubeId, label)
    const answers = await Promise.all([1, 2, 3].map(() => bench.applyPlasma(caller(), tubeId, `${label}-S`)))
    expect(answers.map(names).sort()).toEqual(['IllegalPrpStep', 'IllegalPrpStep', 'done'])
  })
})
