import { expect, test } from 'vitest'
import { makeClinicCache } from './clinic-cache.ts'

function makeWork() {
  let times = 0
  const work = async () => {
    times += 1
    return times
  }
  return { work, times: () => times }
}

test('an answer is worked out once and said again until it is too old', async () => {
  let now = 0
  const cache = makeClinicCache(() => now)
  const { work } = makeWork()
  const ask = () => cache.get('a', 'starts', 100, work)
  expect([await ask(), await ask()]).toEqual([1, 1])
  now = 99
  expect(await ask()).toBe(1)
  now = 100
  expect(await ask()).toBe(2)
})

test('many who ask at once wait for one piece of work', async () => {
  const cache = makeClinicCache(() => 0)
  const { work, times } = makeWork()
  await Promise.all(Array.from({ length: 20 }, () => cache.get('a', 'starts', 100, work)))
  expect(times()).toBe(1)
})

test('a change clears the clinic that changed, and no other', async () => {
  const cache = makeClinicCache(() => 0)
  const [a, b] = [makeWork(), makeWork()]
  const ask = async () => [await cache.get('a', 'k', 100, a.work), await cache.get('b', 'k', 100, b.work)]
  await ask()
  cache.clear('a')
  expect(await ask()).toEqual([2, 1])
  cache.clear(undefined)
  expect(await ask()).toEqual([3, 2])
})

test('work that began before a change is not remembered after it', async () => {
  const cache = makeClinicCache(() => 0)
  let finish: (value: string) => void = () => {}
  const before = cache.get(
    'a',
    'k',
    100,
    () =>
      new Promise<string>((resolve) => {
        finish = resolve
      }),
  )
  cache.clear('a')
  finish('before the change')
  expect(await before).toBe('before the change')
  expect(await cache.get('a', 'k', 100, async () => 'after the change')).toBe('after the change')
})

test('a failure is told and not remembered', async () => {
  const cache = makeClinicCache(() => 0)
  await expect(cache.get('a', 'k', 100, () => Promise.reject(new Error('no line')))).rejects.toThrow('no line')
  expect(await cache.get('a', 'k', 100, async () => 'line')).toBe('line')
})

test('a clinic’s answers do not pile up without end', async () => {
  const cache = makeClinicCache(() => 0)
  for (let i = 0; i < 2_000; i += 1) await cache.get('a', `k${i}`, 100, async () => i)
  const { work } = makeWork()
  await cache.get('a', 'one more', 100, work)
  const again = makeWork()
  expect(await cache.get('a', 'k0', 100, again.work)).toBe(1)
})
