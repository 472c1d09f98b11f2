import { describe, expect, test } from 'vitest'
import { examplePlan, examplePlannedZone } from './example-plan.ts'
import { planHash } from './plan.ts'
import { planText } from './plan-text.ts'
import { textFaults } from './text-faults.ts'

describe('the hash of a plan', () => {
  test('does not depend on the order in which it was written', () => {
    const plan = examplePlan()
    const turned = Object.fromEntries(Object.entries(plan).reverse()) as unknown as typeof plan
    expect(planHash(turned)).toBe(planHash(plan))
    expect(planHash(plan)).toMatch(/^[0-9a-f]{64}$/)
  })

  test('changes with any part of the plan', () => {
    const hashes = [
      examplePlan(),
      examplePlan({ indication: 'wrinkles' }),
      examplePlan({ numbing: 'none' }),
      examplePlan({ glide: { product: 'a', reason: 'b' } }),
      examplePlan({ zones: [examplePlannedZone()] }),
      examplePlan({ zones: [examplePlannedZone({ depthMm: 1.49 })] }),
      examplePlan({ zones: [examplePlannedZone({ rounds: 1 })] }),
    ].map(planHash)
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})

describe('the text of a plan', () => {
  const rich = examplePlan({
    glide: { product: 'Sérum A', reason: 'peau très sèche' },
    zones: [
      examplePlannedZone({ depthMm: 2.5, depthReason: 'cicatrice épaisse' }),
      examplePlannedZone({
        zone: 'nose',
        device: 'stamp',
        endpoint: 'erythemaOnly',
        passesLow: 8,
        passesHigh: 8,
        rounds: 1,
      }),
    ],
  })

  test('says each zone with its device, length, passes and endpoint', () => {
    const text = planText(examplePlan(), 'fr').join('\n').replaceAll('\u00a0', ' ')
    expect(text).toContain('Ce que l’on traite : Cicatrices d’acné.')
    expect(text).toContain(
      'Joue gauche : stylo à aiguilles, longueur réglée à 1,50 mm au plus. 6 à 10 passages, répétés jusqu’à 2 fois. On s’arrête au saignement en points.',
    )
    expect(planText(rich, 'en').join('\n').replaceAll('\u00a0', ' ')).toContain(
      'Nose: needling stamp, length set to 1.50 mm at most. 8 passes, once. It ends at redness.',
    )
  })

  test('says a length beyond the published range with its reason', () => {
    expect(planText(rich, 'en').join(' ')).toContain('Reason for this length: cicatrice épaisse')
  })

  test.each(['fr', 'en'] as const)('keeps the house style in %s', (language) => {
    expect(planText(rich, language)).toHaveLength(5)
    expect(
      textFaults([planText(rich, language), planText(examplePlan({ numbing: 'none' }), language)], language),
    ).toEqual([])
  })
})
