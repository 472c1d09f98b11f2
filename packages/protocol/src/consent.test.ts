import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { consentText, isConsentFor } from './consent.ts'
import { consentWords } from './consent-words.ts'
import { examplePlan, examplePlannedZone } from './example-plan.ts'
import { languages } from './language.ts'
import { planHash } from './plan.ts'
import { planText } from './plan-text.ts'
import { shapeOf, textFaults } from './text-faults.ts'

const plan = examplePlan()
const deeper = examplePlan({ zones: [examplePlannedZone({ depthMm: 1.75 })] })

test('French and English say the same things', () => {
  expect(shapeOf(consentWords.fr)).toEqual(shapeOf(consentWords.en))
})

describe.each(languages)('the %s text', (language) => {
  const text = consentText(plan, language)

  test('holds every sentence of the plan', () => {
    const done = text.sections.find(({ id }) => id === 'whatIsDone')
    expect(done?.lines).toEqual(expect.arrayContaining(planText(plan, language)))
  })

  test('says what is done, what happens, what is unknown and that one may say no', () => {
    expect(text.sections.map(({ id }) => id)).toEqual([
      'whatIsDone',
      'often',
      'sometimes',
      'unknown',
      'yourChoice',
      'afterwards',
    ])
    expect(text.questions).toHaveLength(3)
  })

  test('keeps the house style', () => {
    expect(textFaults(consentWords[language], language)).toEqual([])
  })

  test('has the hash of every word above the signature', () => {
    const { version, title, sections } = text
    const signed = canonicalJson({ version, language, title, sections })
    expect(text.textHash).toBe(createHash('sha256').update(signed).digest('hex'))
  })
})

test('another plan or another language is another text', () => {
  const hashes = [consentText(plan, 'fr'), consentText(plan, 'en'), consentText(deeper, 'fr')].map(
    (text) => text.textHash,
  )
  expect(new Set(hashes).size).toBe(3)
})

test('the text of version 1 does not change: signed hashes must be made again years later', () => {
  expect(consentText(plan, 'fr').textHash).toMatchInlineSnapshot(
    `"f2e46c579998587bd383ae83f313d6aa55530dd571b75345e65de028464452eb"`,
  )
  expect(consentText(plan, 'en').textHash).toMatchInlineSnapshot(
    `"768ebd95c97918618108dbd860c96bf3f386f957c108f0b62f90523a6d1dc33e"`,
  )
})

test('pores are told that nothing was measured, and another glide that the manual does not provide for it', () => {
  const zones = [examplePlannedZone({ zone: 'nose', depthMm: 0.5 })]
  const pores = consentText(examplePlan({ indication: 'pores', zones, glide: { product: 'A', reason: 'b' } }), 'en')
  const all = pores.sections.flatMap(({ lines }) => lines)
  expect(all).toContain('No quantified evidence measures the effect on pores.')
  expect(all).toContain(consentWords.en.otherGlide)
})

describe('isConsentFor', () => {
  const signed = {
    textVersion: 1,
    language: 'fr',
    planHash: planHash(plan),
    textHash: consentText(plan, 'fr').textHash,
  } as const

  test('accepts exactly this text for this plan', () => {
    expect(isConsentFor(signed, plan)).toBe(true)
  })

  test.each([
    ['another plan', signed, deeper],
    ['another language', { ...signed, language: 'en' as const }, plan],
    ['another version', { ...signed, textVersion: 2 }, plan],
    ['other words', { ...signed, textHash: 'a'.repeat(64) }, plan],
  ])('refuses %s', (_, other, forPlan) => {
    expect(isConsentFor(other, forPlan)).toBe(false)
  })
})
