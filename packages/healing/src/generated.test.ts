import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { generatedFiles } from '../generate.ts'

test.for(Object.entries(generatedFiles()))('%s is what the evidence makes today', ([name, content]) => {
  expect(readFileSync(new URL(`generated/${name}`, import.meta.url), 'utf8')).toBe(content)
})
