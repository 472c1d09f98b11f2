import { randomUUID } from 'node:crypto'
import type { Severity } from '@pointille/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isNotAllowed } from '#features/records/index.server.ts'
import { answerRedFlag, readOwnDay, readRedFlagCount, readRedFlags, sendCheckIn } from './index.server.ts'
import { makeTestFollowUp } from './test-follow-up.queries.server.ts'

let follow: Awaited<ReturnType<typeof makeTestFollowUp>>
beforeAll(async () => {
  follow = await makeTestFollowUp()
})
afterAll(() => follow.database.close())

const day3 = '2026-11-27T10:00:00Z'
const day7 = '2026-12-01T10:00:00Z'

type Said = { day: number; redness: Severity; swelling?: Severity; painScore?: number; redFlags?: string[] }
async function send(at: string, { swelling = 'none', painScore = 0, redFlags = [], ...said }: Said) {
  const sent = await sendCheckIn(follow.asPatient(at), {
    checkInId: randomUUID(),
    treatmentId: follow.clinic.treatmentId,
    answers: { ...said, swelling, painScore, redFlags },
  })
  if ('refusal' in sent) throw new Error(`refused: ${sent.refusal}`)
  return sent
}

async function dayOf(at: string, day: number) {
  const own = await readOwnDay(follow.asPatient(at), follow.clinic.treatmentId, day)
  if (!own || isNotAllowed(own)) throw new Error('no such day')
  return own.expected
}

async function waiting() {
  const flags = await readRedFlags(follow.as('practitioner', day7))
  if (isNotAllowed(flags)) throw new Error('not allowed')
  return flags
}

describe('what is expected of a day', () => {
  test('is told for the treatment that was sealed: twenty people on four answers, and a range', async () => {
    const expected = await dayOf(day3, 3)
    expect(expected?.redness.counts.reduce((sum, count) => sum + count, 0)).toBe(20)
    expect(['none', 'mild', 'marked', 'strong']).toContain(expected?.redness.high)
    expect(expected?.pain.high).toBeGreaterThanOrEqual(expected?.pain.low ?? 0)
  })

  test('is told of a day that can be filled only', async () => {
    expect(await dayOf(day3, 5)).toBeUndefined()
    expect(await dayOf(day3, 4)).toBeUndefined()
  })

  test('is kept with the report as it was then, whatever is learnt later', async () => {
    const before = await dayOf(day3, 3)
    const sent = await send(day3, { day: 3, redness: 'none' })
    expect(sent.expected).toEqual(before)
    await send(day3, { day: 1, redness: 'strong', swelling: 'marked', painScore: 5 })
    const own = await readOwnDay(follow.asPatient(day3), follow.clinic.treatmentId, 3)
    expect(own && !isNotAllowed(own) ? own.treatment.days[2]?.sent?.expected : undefined).toEqual(before)
  })

  test('moves with what this patient said on earlier days, and not with that day’s own answer', async () => {
    const strong = await dayOf(day3, 3)
    await send(day3, { day: 1, redness: 'none' })
    await send(day3, { day: 2, redness: 'none' })
    const calm = await dayOf(day3, 3)
    const mean = (counts: readonly number[] = []) => counts.reduce((sum, count, at) => sum + count * at, 0) / 20
    expect(mean(calm?.redness.counts)).toBeLessThanOrEqual(mean(strong?.redness.counts))
    expect(calm).not.toEqual(strong)
    await send(day3, { day: 3, redness: 'strong' })
    expect(await dayOf(day3, 3)).toEqual(calm)
  })
})

describe('an answer more marked than expected', () => {
  test('waits for the team like a red flag, behind every red flag, with what was expected', async () => {
    const outside = await send(day7, { day: 7, redness: 'strong' })
    expect(outside).toMatchObject({ careLevel: 'none', outside: ['redness'] })
    await send(day7, { day: 7, redness: 'none', redFlags: ['fever'] })
    const list = await waiting()
    const found = list.find(({ checkInId }) => checkInId === outside.checkInId)
    expect(found?.report).toMatchObject({ redness: 'strong', outside: ['redness'] })
    expect(found?.report?.expected?.redness).toMatch(/aucune/)
    const levels = list.map(({ careLevel }) => careLevel)
    expect(levels.indexOf('none')).toBeGreaterThan(levels.lastIndexOf('callToday'))
    expect(await readRedFlagCount(follow.as('frontDesk', day7))).toBe(list.length)
  })

  test('leaves the list with an answer and its outcome, by somebody who may give one', async () => {
    const { checkInId } = await send(day7, { day: 7, redness: 'strong' })
    const answer = { checkInId, action: 'reassured', note: 'Vu en photo, calme.' }
    expect(await answerRedFlag(follow.as('frontDesk', day7), answer)).toMatchObject({ refusal: 'NotAllowed' })
    expect(await answerRedFlag(follow.as('practitioner', day7), { ...answer, note: ' ' })).toEqual({
      refusal: 'NoteMissing',
    })
    expect(await answerRedFlag(follow.as('practitioner', day7), answer)).toEqual({ answered: true })
    expect((await waiting()).map((flag) => flag.checkInId)).not.toContain(checkInId)
  })

  test('does not lower a red flag, and a red flag does not hide it', async () => {
    const sent = await send(day7, { day: 7, redness: 'strong', redFlags: ['breathing'] })
    expect(sent).toMatchObject({ careLevel: 'emergency', outside: ['redness'] })
    const [first] = await waiting()
    expect(first).toMatchObject({ careLevel: 'emergency', checkInId: sent.checkInId })
    expect(first?.report?.outside).toEqual(['redness'])
  })

  test('is never one that is calmer than expected: that waits for nobody', async () => {
    const before = (await waiting()).length
    const calm = await send(day3, { day: 1, redness: 'none' })
    expect(calm.outside).toEqual([])
    expect(await waiting()).toHaveLength(before)
  })
})
