import { MessageChannel } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { parseCourse } from './course.ts'
import { forecast } from './forecast.ts'
import type { Forecast } from './forecast-shape.ts'
import { askForecasts, serveForecasts } from './forecast-worker.ts'

const courseOf = (needleMm: number) =>
  parseCourse({
    ageYears: 40,
    phototype: 2,
    site: 'forehead',
    indication: 'wrinkles',
    treatments: [{ day: 0, device: 'pen', needleMm, passes: 6 }],
  }).course!

/** Both ends in one thread: messages still take their own turn, as between threads. */
function connect() {
  const { port1, port2 } = new MessageChannel()
  const received: number[] = []
  serveForecasts(port1, () => new Promise((later) => setTimeout(later)))
  port2.on('message', ({ id }: { id: number }) => received.push(id))
  return { asker: askForecasts(port2), received, close: () => port1.close() }
}

test('a worker answers what the model answers, to the bit', async () => {
  const { asker, close } = connect()
  expect(await asker.ask(courseOf(1), { courses: 20, seed: 4 })).toEqual(
    forecast(courseOf(1), { courses: 20, seed: 4 }),
  )
  close()
})

test('a newer question about the same topic ends the older ones, of which only the last is computed', async () => {
  const { asker, received, close } = connect()
  const lengths = [0.5, 0.75, 1, 1.25]
  const answers = await Promise.all(
    lengths.map((length) => asker.ask(courseOf(length), { courses: 30, topic: 'slider' })),
  )
  expect(answers.map((answer) => answer !== undefined)).toEqual([false, false, false, true])
  expect(received).toEqual([4])
  close()
})

test('a first answer of few courses comes before the whole one, when it is asked for', async () => {
  const { asker, close } = connect()
  const heard: number[] = []
  const first = { courses: 10, hear: ({ courses }: Forecast) => heard.push(courses) }
  const whole = await asker.ask(courseOf(1), { courses: 30, first })
  expect([...heard, whole?.courses]).toEqual([10, 30])
  close()
})

test('questions about different topics are all answered', async () => {
  const { asker, close } = connect()
  const answers = await Promise.all(
    ['planner', 'explorer'].map((topic) => asker.ask(courseOf(1), { courses: 20, topic })),
  )
  expect(answers.every((answer) => answer?.courses === 20)).toBe(true)
  close()
})

test('a course that cannot be computed is told to the asker, and the next one is answered', async () => {
  const { asker, close } = connect()
  await expect(asker.ask({ ...courseOf(1), treatments: undefined as never })).rejects.toThrow()
  expect((await asker.ask(courseOf(1), { courses: 20 }))?.courses).toBe(20)
  close()
})
