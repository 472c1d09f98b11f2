import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isNotAllowed } from '#features/records/index.server.ts'
import { makeTestClinic } from '#platform/database/test-clinic.ts'
import { answerRedFlag, type OpenRedFlag, readRedFlagCount, readRedFlags, sendCheckIn } from './index.server.ts'
import { makeTestFollowUp } from './test-follow-up.queries.server.ts'

let follow: Awaited<ReturnType<typeof makeTestFollowUp>>
beforeAll(async () => {
  follow = await makeTestFollowUp()
})
afterAll(() => follow.database.close())

const now = '2026-11-27T10:00:00Z'

const marked = { redness: 'strong', swelling: 'marked', painScore: 6 }
const calm = { redness: 'none', swelling: 'none', painScore: 0 }

async function report(redFlags: string[], at = now, skin = marked): Promise<string> {
  const checkInId = randomUUID()
  const answers = { day: 3, ...skin, redFlags }
  await sendCheckIn(follow.asPatient(at), { checkInId, treatmentId: follow.clinic.treatmentId, answers })
  return checkInId
}

async function list(caller: Parameters<typeof readRedFlags>[0]): Promise<OpenRedFlag[]> {
  const flags = await readRedFlags(caller)
  if (isNotAllowed(flags)) throw new Error('not allowed')
  return flags
}

async function answers(checkInId: string) {
  const { rows } = await follow.database.owner.query(
    `select action, note from clinic.red_flag_answers where check_in_id = $1`,
    [checkInId],
  )
  return rows
}

describe('the list of red flags', () => {
  test('has emergencies first, then the oldest', async () => {
    const call = await report(['fever'], '2026-11-27T07:00:00Z')
    const later = await report(['pus'], '2026-11-27T08:00:00Z')
    const emergency = await report(['breathing'], '2026-11-27T09:00:00Z')
    const ids = (await list(follow.as('practitioner', now))).map(({ checkInId }) => checkInId)
    expect(ids).toEqual([emergency, call, later])
  })

  test('tells a practitioner what was said and what was done, and says so in the patient’s access log', async () => {
    await report(['fever'])
    const [flag] = await list(follow.as('practitioner', now))
    expect(flag?.report).toMatchObject({ day: 3, redness: 'strong', painScore: 6 })
    expect(flag?.report?.facts).toMatchObject({
      zones: ['Joue gauche 1,50\u00a0mm'],
      lots: ['L2405-B'],
      byName: 'Dr Test',
    })
    const { rows } = await follow.database.owner.query(
      `select actor_kind from clinic.audit_log where action = 'readRecord' and patient_id = $1 and detail = $2`,
      [follow.clinic.patientId, `check-in ${flag?.checkInId}`],
    )
    expect(rows.length).toBeGreaterThan(0)
  })

  test.each(['frontDesk', 'owner', 'assistant'] as const)(
    'tells the role %s who is to be called and nothing that was said',
    async (role) => {
      await report(['fever'])
      const flags = await list(follow.as(role, now))
      expect(flags.length).toBeGreaterThan(0)
      for (const flag of flags) {
        expect(flag.report).toBeUndefined()
        expect(flag.phone).toBe('+32 470 00 00 00')
        expect(JSON.stringify(flag)).not.toMatch(/fever|strong|L2405/)
      }
    },
  )

  test('is not for patients, and another clinic’s is empty', async () => {
    await report(['fever'])
    expect(await readRedFlags(follow.asPatient(now))).toMatchObject({ refusal: 'NotAllowed' })
    const other = await makeTestClinic(follow.database.owner, 'other-list')
    expect(await list(follow.as('practitioner', now, other))).toEqual([])
    expect(await readRedFlagCount(follow.as('practitioner', now, other))).toBe(0)
  })
})

describe('an answer', () => {
  test('needs what is done and how it ended; until both are there the flag waits', async () => {
    const checkInId = await report(['fever'])
    const waiting = await readRedFlagCount(follow.as('owner', now))
    const answer = (action: string, note: string) =>
      answerRedFlag(follow.as('practitioner', now), { checkInId, action, note })
    expect(await answer('', 'vue')).toEqual({ refusal: 'ActionMissing' })
    expect(await answer('forgotten', 'vue')).toEqual({ refusal: 'ActionMissing' })
    expect(await answer('calledBack', '   ')).toEqual({ refusal: 'NoteMissing' })
    expect(await answers(checkInId)).toEqual([])
    expect(await readRedFlagCount(follow.as('owner', now))).toBe(waiting)
    expect(await answer('calledBack', ' vue à 15 h ')).toEqual({ answered: true })
    expect(await answers(checkInId)).toEqual([{ action: 'calledBack', note: 'vue à 15 h' }])
    expect(await readRedFlagCount(follow.as('owner', now))).toBe(waiting - 1)
  })

  test('is given once: the second colleague learns that it is', async () => {
    const checkInId = await report(['pus'])
    const answer = (note: string) =>
      answerRedFlag(follow.as('practitioner', now), { checkInId, action: 'seenToday', note })
    const both = await Promise.all([answer('un'), answer('deux')])
    expect(both).toContainEqual({ answered: true })
    expect(both).toContainEqual({ refusal: 'AlreadyAnswered' })
    expect(await answers(checkInId)).toHaveLength(1)
  })

  test.each(['frontDesk', 'owner', 'assistant'] as const)(
    'is not for the role %s, which learns of nothing by trying',
    async (role) => {
      const checkInId = await report(['pus'])
      const answer = (id: string) => answerRedFlag(follow.as(role, now), { checkInId: id, action: '', note: '' })
      expect(await answer(checkInId)).toMatchObject({ refusal: 'NotAllowed' })
      expect(await answer(randomUUID())).toMatchObject({ refusal: 'NotAllowed' })
      expect(await answers(checkInId)).toEqual([])
    },
  )

  test('to a calm report without a red flag, or to none, is refused', async () => {
    const gone = { refusal: 'NoSuchCheckIn' }
    const answer = (checkInId: string) =>
      answerRedFlag(follow.as('practitioner', now), { checkInId, action: 'reassured', note: 'ok' })
    expect(await answer(await report([], now, calm))).toEqual(gone)
    expect(await answer(randomUUID())).toEqual(gone)
    expect(await answer('1 or 1=1')).toEqual(gone)
  })

  test('from another clinic finds nothing to answer', async () => {
    const checkInId = await report(['pus'])
    const other = await makeTestClinic(follow.database.owner, 'other-answer')
    const answered = await answerRedFlag(follow.as('practitioner', now, other), {
      checkInId,
      action: 'reassured',
      note: 'ok',
    })
    expect(answered).toEqual({ refusal: 'NoSuchCheckIn' })
    expect(await answers(checkInId)).toEqual([])
  })
})
