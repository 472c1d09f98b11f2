import { questions } from '@pointille/protocol'
import { describe, expect, it } from 'vitest'
import { homeConditions } from './home-words.ts'
import { ofWaitingTime, waitingTime } from './waiting-time.ts'
import { listWaiting } from './who-should-wait.ts'

const of = (questionId: string) => listWaiting().find((waiting) => waiting.questionId === questionId)

describe('who should wait', () => {
  it('names every box of the health questions once', () => {
    expect(listWaiting().map(({ questionId }) => questionId)).toEqual(questions.map(({ id }) => id))
  })

  it('follows the rules, not the picture: pregnancy is reviewed, a blood thinner is refused online', () => {
    expect(of('pregnancy-or-breastfeeding')).toMatchObject({ kind: 'needsClinician', ruleIds: ['CI26'] })
    expect(of('blood-thinner')).toMatchObject({ kind: 'refuse', ruleIds: ['CI02'], sources: ['CI02', 'CI03'] })
    expect(of('lowered-immunity')?.kind).toBe('refuse')
  })

  it('waits as long as the longest rule says', () => {
    expect(of('injection-in-area')).toMatchObject({ kind: 'deferUntil', days: 180, ruleIds: ['CI21'] })
    expect(of('young-scar')).toMatchObject({ kind: 'deferUntil', days: 365, ruleIds: ['CI17'] })
    expect(of('recent-tan')?.days).toBe(14)
  })

  it('leaves isotretinoin to a doctor for as long as the experts disagree', () => {
    expect(of('isotretinoin')).toMatchObject({ kind: 'needsClinician', days: 180, ruleIds: ['CI30', 'CI31'] })
  })

  it('names the same conditions on the home page in both languages', () => {
    expect(Object.keys(homeConditions.en)).toEqual(Object.keys(homeConditions.fr))
    expect(homeConditions.fr['surgery-in-area']?.(365)).toBe('une opération de la zone date de moins d’un an')
    expect(homeConditions.en['recent-tan']?.(14).replaceAll('\u00a0', ' ')).toBe(
      'you had sunburn or a tan less than 14 days ago',
    )
  })
})

describe('a waiting time', () => {
  it.each([
    [14, '14 jours', '14 days'],
    [28, '4 semaines', '4 weeks'],
    [90, '3 mois', '3 months'],
    [180, '6 mois', '6 months'],
    [365, 'un an', 'one year'],
  ])('of %i days is said as people say it', (days, fr, en) => {
    expect(waitingTime(days, 'fr').replaceAll('\u00a0', ' ')).toBe(fr)
    expect(waitingTime(days, 'en').replaceAll('\u00a0', ' ')).toBe(en)
  })

  it('takes the French link word that fits', () => {
    expect(ofWaitingTime(365, 'fr')).toBe('d’un an')
    expect(ofWaitingTime(14, 'fr').replaceAll('\u00a0', ' ')).toBe('de 14 jours')
    expect(ofWaitingTime(14, 'en')).not.toMatch(/^d/)
  })
})
