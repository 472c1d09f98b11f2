import { describe, expect, test } from 'vitest'
import { getNumbingProduct, numbingClock, numbingDose } from './numbing.ts'

const cream = getNumbingProduct('lidocaine-prilocaine-2.5')
const startedAt = '2026-11-24T12:00:00Z'

describe('the numbing clock', () => {
  test.each([
    ['2026-11-24T11:58:00Z', 0, 'acting'],
    ['2026-11-24T12:29:59.9Z', 29, 'acting'],
    ['2026-11-24T12:30:00Z', 30, 'ok'],
    ['2026-11-24T12:49:59Z', 49, 'ok'],
    ['2026-11-24T12:50:00Z', 50, 'possible'],
    ['2026-11-24T16:59:59Z', 299, 'possible'],
    ['2026-11-24T17:00:00Z', 300, 'stop'],
    ['2026-11-25T12:00:00Z', 1440, 'stop'],
  ])('at %s: %i minutes, %s', (nowAt, elapsedMinutes, window) => {
    expect(numbingClock(startedAt, nowAt, cream)).toMatchObject({ elapsedMinutes, window })
  })

  test('says when each window begins', () => {
    expect(numbingClock(startedAt, startedAt, cream)).toMatchObject({
      okAt: '2026-11-24T12:30:00Z',
      possibleAt: '2026-11-24T12:50:00Z',
      stopAt: '2026-11-24T17:00:00Z',
    })
  })
})

test('the dose is compared with the label', () => {
  expect(numbingDose({ grams: 10, areaCm2: 160 }, cream)).toEqual({ gramsPer10Cm2: 0.625, aboveLabel: false })
  expect(numbingDose({ grams: 30, areaCm2: 160 }, cream).aboveLabel).toBe(true)
})

test('times and dose name their sources and wait for a doctor', () => {
  expect(cream).toMatchObject({ needsConfirmation: true, sourceIds: ['V-35', 'V-50', 'V-51', 'SET'] })
})
