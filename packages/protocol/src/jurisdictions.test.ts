import { expect, test } from 'vitest'
import {
  coolingOffDays,
  coolingOffEndsOn,
  getJurisdiction,
  isJurisdictionCode,
  jurisdictionCodes,
} from './jurisdictions.ts'

test('PRP is prohibited in France, waits for the director in Belgium and is off elsewhere', () => {
  expect(jurisdictionCodes.map((code) => getJurisdiction(code).prp)).toEqual([
    'prohibited',
    'off-until-director',
    'off',
  ])
})

test('only a doctor may needle, in every country', () => {
  for (const code of jurisdictionCodes) expect(getJurisdiction(code).whoMayNeedle).toBe('doctor')
})

test('the French quote delay is 15 days from 300 euros, else 7, and no clinic may change it', () => {
  const france = getJurisdiction('FR')
  expect(coolingOffDays(france, 300)).toBe(15)
  expect(coolingOffDays(france, 299.99)).toBe(7)
  expect(coolingOffDays(france, 300, 0)).toBe(15)
  expect(coolingOffEndsOn(france, { quotedOn: '2026-12-28', quoteEuros: 450 })).toBe('2027-01-12')
})

test('the Belgian delay is what the clinic sets, else none', () => {
  const belgium = getJurisdiction('BE')
  expect(coolingOffDays(belgium, 900)).toBe(0)
  expect(coolingOffDays(belgium, 900, 10)).toBe(10)
})

test('records are kept 20 years in France, 5 active and 15 archived', () => {
  expect(getJurisdiction('FR').retention).toMatchObject({ years: 20, activeYears: 5, archivedYears: 15 })
})

test('emergency numbers are 15 and 112 in France, 112 elsewhere', () => {
  expect(getJurisdiction('FR').emergencyNumbers).toEqual(['15', '112'])
  expect(getJurisdiction('BE').emergencyNumbers).toEqual(['112'])
})

test('every rule says that somebody must still confirm it, and the known countries name their sources', () => {
  for (const code of jurisdictionCodes) {
    for (const source of Object.values(getJurisdiction(code).sources)) {
      expect(source.needsConfirmation).toBe(true)
      if (code !== 'other') expect(source.sourceIds.length).toBeGreaterThan(0)
    }
  }
})

test('an unknown code is not a jurisdiction', () => {
  expect(isJurisdictionCode('FR')).toBe(true)
  expect(isJurisdictionCode('DE')).toBe(false)
})
