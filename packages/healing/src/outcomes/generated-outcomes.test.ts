import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { outcomeFiles } from '../../generate-outcomes.ts'

test.for(Object.entries(outcomeFiles()))('%s is what trials and posterior make today', ([name, content]) => {
  expect(readFileSync(new URL(`../generated/${name}`, import.meta.url), 'utf8')).toBe(content)
})
