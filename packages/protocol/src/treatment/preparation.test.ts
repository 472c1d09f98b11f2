import { describe, expect, test } from 'vitest'
import { examplePlan, examplePlannedZone } from '../example-plan.ts'
import { planHash } from '../plan.ts'
import { ExampleTreatment } from './example-treatment.ts'

const cheek = 'cheek-left'

function begun(): ExampleTreatment {
  return new ExampleTreatment()
}

describe('before the needles', () => {
  test('a pass without any step before it names what is missing first', () => {
    const treatment = begun()
    expect(treatment.attempt('passAdded', { zone: cheek })).toMatchObject({
      refusal: 'IllegalStep',
      why: { cause: 'identityMissing' },
      expected: [{ kind: 'identityConfirmed' }, { kind: 'problemReported' }, { kind: 'stopped' }],
    })
  })

  test('needling waits for the consent, the numbing, the disinfection and the cartridge', () => {
    const causes: unknown[] = []
    const treatment = begun()
    const tryPass = () => {
      const result = treatment.attempt('passAdded', { zone: cheek })
      causes.push('refusal' in result ? result.why : 'applied')
    }
    treatment.add('identityConfirmed', { checked: ['fullName', 'birthDate'] })
    tryPass()
    const hash = planHash(treatment.plan)
    treatment.add('examined', { phototype: 3, plan: treatment.plan, planHash: hash, byDoctor: true })
    tryPass()
    const consent = {
      textVersion: 1,
      language: 'fr',
      planHash: hash,
      textHash: 'b'.repeat(64),
      signatureName: 'Léa',
    } as const
    treatment.add('consentSigned', consent)
    tryPass()
    treatment.add('numbingSkipped', {})
    tryPass()
    treatment.add('disinfected', {})
    tryPass()
    treatment.add('cartridgeOpened', { lot: 'A', unit: '1', expiresOn: '2026-11-24' })
    tryPass()
    expect(causes).toEqual(
      [
        'examinationMissing',
        'consentMissing',
        'numbingUndecided',
        'disinfectionMissing',
        'cartridgeMissing',
        'stretchMissing',
      ].map((cause) => ({ cause })),
    )
  })

  test('two different identity questions are asked', () => {
    expect(begun().attempt('identityConfirmed', { checked: ['birthDate', 'birthDate'] })).toMatchObject({
      refusal: 'InvalidEvent',
      why: { field: 'checked', limit: 'two-identity-questions' },
    })
  })

  test('the examination is a doctor’s, unless the clinic’s country allows others', () => {
    const treatment = begun().add('identityConfirmed', { checked: ['fullName', 'phone'] })
    const plan = treatment.plan
    const payload = { phototype: 4, plan, planHash: planHash(plan), byDoctor: false } as const
    expect(treatment.attempt('examined', payload)).toMatchObject({ refusal: 'DoctorRequired' })
    treatment.add('examined', payload)
    expect(treatment.state({ doctorMustExamine: false }).examination?.phototype).toBe(4)
  })

  test('the plan’s hash is recomputed', () => {
    const treatment = begun().add('identityConfirmed', { checked: ['fullName', 'phone'] })
    const payload = { phototype: 4, plan: treatment.plan, planHash: 'c'.repeat(64), byDoctor: true } as const
    expect(treatment.attempt('examined', payload)).toMatchObject({
      refusal: 'PlanHashMismatch',
      why: { computedHash: planHash(treatment.plan) },
    })
  })
})

describe('consent', () => {
  const deeper = examplePlan({ zones: [examplePlannedZone({ depthMm: 1.75 })] })
  const sign = (plan: typeof deeper) =>
    ({
      textVersion: 1,
      language: 'en',
      planHash: planHash(plan),
      textHash: 'd'.repeat(64),
      signatureName: 'Léa',
    }) as const
  const examine = (plan: typeof deeper) => ({ phototype: 3, plan, planHash: planHash(plan), byDoctor: true }) as const

  test('for another plan than the one examined is refused', () => {
    const treatment = begun()
      .add('identityConfirmed', { checked: ['fullName', 'birthDate'] })
      .add('examined', examine(examplePlan()))
    expect(treatment.attempt('consentSigned', sign(deeper))).toMatchObject({
      refusal: 'ConsentPlanMismatch',
      why: { planHash: planHash(deeper), currentPlanHash: planHash(examplePlan()) },
    })
  })

  test('is void when the plan changes, and needling waits for a new one', () => {
    const treatment = begun().untilCartridge().add('examined', examine(deeper))
    expect(treatment.state()).toMatchObject({ consent: undefined, consentVoid: 'planChanged' })
    expect(treatment.attempt('glideApplied', { zone: cheek })).toMatchObject({ why: { cause: 'consentVoid' } })
    treatment.add('consentSigned', sign(deeper)).passes(cheek, 1)
    expect(treatment.state().lastNeedlingAt).toBe(treatment.at)
  })

  test('survives an examination that finds the same plan', () => {
    const treatment = begun().untilCartridge()
    treatment.add('examined', examine(treatment.plan))
    expect(treatment.state().consent?.planHash).toBe(planHash(treatment.plan))
  })

  test('can be withdrawn in the middle of a zone: no pass follows, cleaning may', () => {
    const treatment = begun().untilCartridge().passes(cheek, 3).add('consentWithdrawn', {})
    expect(treatment.attempt('passAdded', { zone: cheek })).toMatchObject({ why: { cause: 'consentVoid' } })
    treatment
      .add('endpointGraded', { zone: cheek, endpoint: 'redness', reason: 'patient withdrew' })
      .add('zoneCleaned', { zone: cheek })
    expect(treatment.attempt('glideApplied', { zone: cheek })).toMatchObject({ why: { cause: 'consentVoid' } })
  })

  test('the plan cannot change in the middle of a round', () => {
    const treatment = begun().untilCartridge().passes(cheek, 3)
    expect(treatment.attempt('examined', examine(deeper))).toMatchObject({ why: { cause: 'zoneInProgress' } })
  })
})

describe('numbing', () => {
  const on = (treatment: ExampleTreatment) =>
    treatment.add('numbingStarted', {
      product: 'lidocaine-prilocaine-2.5',
      grams: 10,
      areaCm2: 160,
      appliedAt: treatment.at,
    })

  test('no needle touches the skin while the cream is on', () => {
    const treatment = on(begun().untilConsent())
    expect(treatment.attempt('disinfected', {})).toMatchObject({ why: { cause: 'numbingOn' } })
  })

  test('past the product’s stop the removal needs a note', () => {
    const treatment = on(begun().untilConsent()).wait(300)
    expect(treatment.attempt('numbingRemoved', {})).toMatchObject({
      refusal: 'OvertimeNoteNeeded',
      why: { elapsedMinutes: 302, stopFromMinutes: 300 },
    })
    expect(treatment.attempt('numbingRemoved', { overtimeNote: 'power cut' })).toHaveProperty('state')
  })

  test('a cream applied before the consent is refused', () => {
    const treatment = begun().untilConsent()
    const payload = {
      product: 'lidocaine-prilocaine-2.5',
      grams: 5,
      areaCm2: 50,
      appliedAt: '2026-11-24T08:00:00Z',
    } as const
    expect(treatment.attempt('numbingStarted', payload)).toMatchObject({ refusal: 'NumbingTimeImpossible' })
  })

  test('a plan without numbing offers no cream', () => {
    const treatment = new ExampleTreatment(examplePlan({ numbing: 'none' })).untilConsent()
    const payload = { product: 'lidocaine-prilocaine-2.5', grams: 5, areaCm2: 50, appliedAt: treatment.at } as const
    expect(treatment.attempt('numbingStarted', payload)).toMatchObject({ why: { cause: 'numbingNotPlanned' } })
  })
})

describe('cartridges', () => {
  const ready = () => begun().untilConsent().add('numbingSkipped', {}).add('disinfected', {})

  test('a cartridge past its date is refused, naming both days; its last day is good', () => {
    expect(ready().attempt('cartridgeOpened', { lot: 'A', unit: '1', expiresOn: '2026-11-23' })).toMatchObject({
      refusal: 'CartridgeExpired',
      why: { expiresOn: '2026-11-23', on: '2026-11-24' },
    })
    expect(ready().attempt('cartridgeOpened', { lot: 'A', unit: '1', expiresOn: '2026-11-24' })).toHaveProperty('state')
  })

  test('the same cartridge is opened once', () => {
    const cartridge = { lot: 'A', unit: '1', expiresOn: '2027-01-01' }
    expect(ready().add('cartridgeOpened', cartridge).attempt('cartridgeOpened', cartridge)).toMatchObject({
      refusal: 'CartridgeAlreadyOpened',
      why: { lot: 'A', unit: '1' },
    })
  })

  test('sharps must be as many as cartridges were opened', () => {
    const treatment = begun().untilZonesDone().add('petrolatumSkipped', {})
    expect(treatment.attempt('sharpsCounted', { count: 2 })).toMatchObject({
      refusal: 'SharpsMismatch',
      why: { counted: 2, opened: 1 },
    })
  })
})
