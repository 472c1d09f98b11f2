import { expect, test } from 'vitest'
import { describeFailure } from './database-check.ts'

test.each(['ECONNREFUSED', 'ENOTFOUND', '28P01', '3D000'])('failure %s is one line with a way out', (code) => {
  expect(describeFailure(Object.assign(new Error('x'), { code }))).toMatch(
    /^DATABASE_URL [^\n]*(start|correct)[^\n]*\.$/,
  )
})

test('a failure nobody foresaw keeps its own first line', () => {
  expect(describeFailure(new Error('SSL is off\nmore'))).toBe('DATABASE_URL cannot be used: SSL is off.')
})
