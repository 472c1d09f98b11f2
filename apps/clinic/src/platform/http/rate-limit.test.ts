import { expect, test } from 'vitest'
import { makeRateLimit } from './rate-limit.server.ts'

const on = { rateLimit: true }

test('a key is refused after its attempts are spent, and told how long to wait', async () => {
  const limit = makeRateLimit({ points: 2, seconds: 60 })
  expect(await limit.take(on, 'a')).toEqual({ allowed: true })
  expect(await limit.take(on, 'a')).toEqual({ allowed: true })
  const third = await limit.take(on, 'a')
  expect(third.allowed).toBe(false)
  if (!third.allowed) expect(third.retryAfterSeconds).toBeGreaterThan(50)
})

test('one key does not spend the attempts of another', async () => {
  const limit = makeRateLimit({ points: 1, seconds: 60 })
  await limit.take(on, 'a')
  expect(await limit.take(on, 'b')).toEqual({ allowed: true })
})

test('a right answer gives the attempts back', async () => {
  const limit = makeRateLimit({ points: 1, seconds: 60 })
  await limit.take(on, 'a')
  await limit.forget('a')
  expect(await limit.take(on, 'a')).toEqual({ allowed: true })
})

test('nothing is counted where the settings switch limits off', async () => {
  const limit = makeRateLimit({ points: 1, seconds: 60 })
  for (let i = 0; i < 5; i += 1) expect(await limit.take({ rateLimit: false }, 'a')).toEqual({ allowed: true })
})
