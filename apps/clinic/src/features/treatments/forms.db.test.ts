import { consentText, planHash } from '@pointille/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeTestDatabase, type TestDatabase } from '../../platform/database/test-database.ts'
import type { ExaminationDraft } from './examination/draft.ts'
import { emptyDraft } from './examination/read-form.ts'
import { examine, readTreatment, recordStep, type Signature, signConsent } from './index.server.ts'
import { makeTestTreatment, type TestTreatment } from './test-treatment.queries.server.ts'

let database: TestDatabase
let on: TestTreatment
let clinics = 0

beforeAll(async () => {
  database = await makeTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  on = await makeTestTreatment(database, `forms-${++clinics}`)
  await recordStep(on.caller(), on.treatmentId, { kind: 'identityConfirmed', checked: ['fullName', 'birthDate'] })
})

const draft = (change: Partial<ExaminationDraft> = {}): ExaminationDraft => ({
  ...emptyDraft(),
  phototype: '3',
  zones: [{ zone: 'cheek-left', depth: '1.5', reason: '' }],
  ...change,
})

async function read() {
  const view = await readTreatment(on.caller(), on.treatmentId)
  if (view === undefined || 'refusal' in view) throw new Error('unreadable')
  return view
}

describe('examine', () => {
  test('records the phototype and the plan of the form, and its hash', async () => {
    expect(await examine(on.caller(), on.treatmentId, draft())).toMatchObject({ acknowledged: true, seq: 2 })
    const { examination } = (await read()).state
    expect(examination).toMatchObject({
      phototype: 3,
      byDoctor: true,
      plan: { indication: 'acne-scars', glide: 'sterileGel' },
    })
    expect(examination?.planHash).toBe(planHash(examination!.plan))
  })

  test.each<[string, Partial<ExaminationDraft>, object]>([
    ['no phototype', { phototype: '' }, { field: 'phototype' }],
    ['no zone', { zones: [] }, { field: 'zones' }],
    [
      'a depth above what is published, without its reason',
      { zones: [{ zone: 'nose', depth: '2', reason: '' }] },
      { limit: 'published-depth-or-reason', highMm: 1.5 },
    ],
    ['a depth that no needle has', { zones: [{ zone: 'nose', depth: '4', reason: 'r' }] }, { limit: 'physical-depth' }],
    ['more passes at least than at most', { passesLow: '12' }, { limit: 'not-below-passes-low' }],
    ['another glide without its reason', { glide: 'other', glideProduct: 'Crème' }, { field: 'glide' }],
  ])('refuses %s, and nothing is written', async (_, change, refusal) => {
    expect(await examine(on.caller(), on.treatmentId, draft(change))).toMatchObject({
      refusal: 'InvalidPlan',
      ...refusal,
    })
    expect((await read()).events).toHaveLength(1)
  })

  test('asks the doctor, not the assistant', async () => {
    const assistant = on.caller({ roles: ['assistant'], doctor: false })
    expect(await examine(assistant, on.treatmentId, draft())).toMatchObject({
      acknowledged: false,
      refusal: 'NotAllowed',
    })
    expect((await read()).state.examination).toBeUndefined()
  })
})

describe('signConsent', () => {
  const signature = async (change: Partial<Signature> = {}): Promise<Signature> => {
    const { plan, planHash: hash } = (await read()).state.examination!
    return {
      language: 'en',
      planHash: hash,
      textHash: consentText(plan, 'en').textHash,
      signatureName: ' Léa Martin ',
      hasRead: true,
      answers: ['Small holes.', ' '],
      ...change,
    }
  }
  beforeEach(() => examine(on.caller(), on.treatmentId, draft()))

  test('binds the name to the text, its language and the plan, before a witness of the team', async () => {
    expect(await signConsent(on.caller(), on.treatmentId, await signature())).toMatchObject({
      acknowledged: true,
      seq: 3,
    })
    expect((await read()).events.at(-1)?.event).toMatchObject({
      kind: 'consentSigned',
      textVersion: 1,
      language: 'en',
      signatureName: 'Léa Martin',
      witness: on.memberId,
      answers: ['Small holes.'],
    })
  })

  test.each<[string, Partial<Signature>, string]>([
    ['what was not read', { hasRead: false }, 'NotRead'],
    ['no name', { signatureName: ' L ' }, 'NameMissing'],
    ['a text of another language than the one shown', { language: 'fr' }, 'PlanChanged'],
    ['another text', { textHash: 'a'.repeat(64) }, 'PlanChanged'],
  ])('refuses %s, and nothing is written', async (_, change, refusal) => {
    expect(await signConsent(on.caller(), on.treatmentId, await signature(change))).toEqual({ refusal })
    expect((await read()).events).toHaveLength(2)
  })

  test('refuses when the plan changed while the patient read', async () => {
    const read = await signature()
    await examine(on.caller(), on.treatmentId, draft({ rounds: '2' }))
    expect(await signConsent(on.caller(), on.treatmentId, read)).toEqual({ refusal: 'PlanChanged' })
  })

  test('an assistant may witness; the front desk may not open the page', async () => {
    expect(
      await signConsent(on.caller({ roles: ['frontDesk'], doctor: false }), on.treatmentId, await signature()),
    ).toMatchObject({ refusal: 'NotAllowed' })
    expect(
      await signConsent(on.caller({ roles: ['assistant'], doctor: false }), on.treatmentId, await signature()),
    ).toMatchObject({ acknowledged: true })
  })
})
