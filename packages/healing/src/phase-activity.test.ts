import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { phaseFiles } from '../generate-phases.ts'
import { PHASES, type Phase, phaseActivity } from './phase-activity.ts'

const days = Array.from({ length: 281 }, (_, at) => at / 10)
const peakDay = (phase: Phase) =>
  days.reduce((best, day) => (phaseActivity(phase, day) > phaseActivity(phase, best) ? day : best))

test('the phases peak one after the other', () => {
  expect(peakDay('inflammation')).toBeLessThan(1.5)
  expect(peakDay('proliferation')).toBeGreaterThan(3)
  expect(peakDay('proliferation')).toBeLessThan(7)
  expect(peakDay('remodelling')).toBe(28)
})

test('each phase is scaled to its own maximum', () => {
  for (const phase of PHASES) {
    expect(Math.max(...days.map((day) => phaseActivity(phase, day)))).toBeGreaterThan(0.995)
    expect(Math.max(...days.map((day) => phaseActivity(phase, day)))).toBeLessThanOrEqual(1)
  }
})

test('inflammation is fading by day 4 and all but gone after day 9', () => {
  expect(phaseActivity('inflammation', 4)).toBeLessThan(0.3)
  expect(phaseActivity('inflammation', 9)).toBeLessThan(0.05)
})

test('proliferation has begun on day 1 and is not over in the fourth week', () => {
  expect(phaseActivity('proliferation', 1)).toBeGreaterThan(0.25)
  expect(phaseActivity('proliferation', 24)).toBeGreaterThan(0.1)
})

test('remodelling shows from day 5 and keeps rising', () => {
  expect(phaseActivity('remodelling', 1)).toBeLessThan(0.02)
  expect(phaseActivity('remodelling', 5)).toBeGreaterThan(0.1)
  for (const day of days.slice(1)) {
    expect(phaseActivity('remodelling', day)).toBeGreaterThanOrEqual(phaseActivity('remodelling', day - 0.1))
  }
})

test('nothing works before the treatment, and day 28 holds beyond the picture', () => {
  for (const phase of PHASES) {
    expect(phaseActivity(phase, -0.5)).toBe(0)
    expect(phaseActivity(phase, 40)).toBe(phaseActivity(phase, 28))
  }
})

test('the stored curves are what the calibrated cascade makes today', () => {
  for (const [name, content] of Object.entries(phaseFiles()))
    expect(readFileSync(new URL(`generated/${name}`, import.meta.url), 'utf8')).toBe(content)
})
