import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SHIPPED_VALIDATION } from '../generated/validation.ts'
import { validationFile, validationText } from './generate-validation.ts'

test('the figures on the page about the model are those that the shipped model gives', () => {
  expect(readFileSync(validationFile, 'utf8')).toBe(validationText())
})

test('they hold together: each trial is inside its band or named as outside', () => {
  const { summary, trials } = SHIPPED_VALIDATION
  expect(trials).toHaveLength(summary.n)
  for (const { observed, low90, high90, inside } of trials) expect(inside).toBe(observed >= low90 && observed <= high90)
  expect(trials.filter(({ inside }) => inside).length / summary.n).toBeCloseTo(summary.coverage90 ?? 0, 3)
})
