import type { Caller } from '#features/access/index.server.ts'
import { isNotAllowed, type NotAllowed, openRecord } from '#features/records/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { isUuid } from '#platform/http/uuid.ts'
import { findCheckIn } from './check-ins.queries.server.ts'
import { type RedFlagAction, redFlagActions } from './red-flag-actions.ts'
import { insertRedFlagAnswer } from './red-flags.queries.server.ts'

export type RedFlagRefused = { refusal: 'NoSuchCheckIn' | 'AlreadyAnswered' | 'ActionMissing' | 'NoteMissing' }

const longestNote = 2_000

/**
 * A member answers a red flag, or a day outside the forecast: what was done and what came of it. Nothing closes by itself, and whoever is not allowed to
 * answer learns of nothing: neither whether the check-in exists nor what is missing.
 */
export async function answerRedFlag(
  caller: Caller,
  answer: { checkInId: string; action: string; note: string },
): Promise<{ answered: true } | RedFlagRefused | NotAllowed> {
  const { house, clinic, actor, nowAt } = caller
  const note = answer.note.trim().slice(0, longestNote)
  const known = isUuid(answer.checkInId)
    ? await inClinic(house.db, clinic.clinicId, (tx) => findCheckIn(tx, clinic.clinicId, answer.checkInId))
    : undefined
  const access = {
    action: 'answerRedFlag',
    patientId: known?.patientId,
    detail: known ? `check-in ${known.checkInId}` : 'unknown check-in',
  } as const
  const done = await openRecord(caller, access, async (tx): Promise<{ answered: true } | RedFlagRefused> => {
    if (actor.kind !== 'member') throw new Error('only a member answers a red flag')
    if (!known || (known.careLevel === 'none' && known.outside.length === 0)) return { refusal: 'NoSuchCheckIn' }
    if (!isAction(answer.action)) return { refusal: 'ActionMissing' }
    if (note === '') return { refusal: 'NoteMissing' }
    const isFirst = await insertRedFlagAnswer(tx, clinic.clinicId, {
      checkInId: known.checkInId,
      action: answer.action,
      note,
      answeredBy: actor.memberId,
      answeredAt: nowAt,
    })
    return isFirst ? { answered: true } : { refusal: 'AlreadyAnswered' }
  })
  if (!isNotAllowed(done) && 'answered' in done) house.changed(clinic.clinicId)
  return done
}

function isAction(text: string): text is RedFlagAction {
  return redFlagActions.some((action) => action === text)
}
