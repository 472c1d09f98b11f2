import type { Caller } from '#features/access/index.server.ts'
import { isNotAllowed, type NotAllowed, openRecord } from '#features/records/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { countOpenRedFlags, findCheckIn, insertRedFlagAnswer, listOpenRedFlags } from './check-ins.queries.server.ts'
import { type RedFlagAction, redFlagActions } from './red-flag-actions.ts'

export type RedFlagRefused = { refusal: 'NoSuchCheckIn' | 'AlreadyAnswered' | 'ActionMissing' | 'NoteMissing' }

const longestNote = 2_000

/** Red flags that wait for a person, emergencies first. */
export function readRedFlags(caller: Caller) {
  const { clinicId } = caller.clinic
  return openRecord(caller, { action: 'readDay', detail: 'red flags' }, (tx) => listOpenRedFlags(tx, clinicId))
}

/** How many red flags wait: a number for the staff bar, nobody's record. */
export function readRedFlagCount(caller: Caller): Promise<number> {
  const { house, clinic } = caller
  return inClinic(house.db, clinic.clinicId, (tx) => countOpenRedFlags(tx, clinic.clinicId))
}

/** A member answers a red flag: what was done and what came of it. A red flag is never closed by itself. */
export async function answerRedFlag(
  caller: Caller,
  answer: { checkInId: string; action: string; note: string },
): Promise<{ answered: true } | RedFlagRefused | NotAllowed> {
  const { house, clinic, actor, nowAt } = caller
  if (!isAction(answer.action)) return { refusal: 'ActionMissing' }
  const action = answer.action
  const note = answer.note.trim().slice(0, longestNote)
  if (note === '') return { refusal: 'NoteMissing' }
  const known = await inClinic(house.db, clinic.clinicId, (tx) => findCheckIn(tx, clinic.clinicId, answer.checkInId))
  if (!known) return { refusal: 'NoSuchCheckIn' }
  const access = {
    action: 'answerRedFlag',
    patientId: known.patientId,
    detail: `check-in ${answer.checkInId}`,
  } as const
  const done = await openRecord(caller, access, async (tx): Promise<{ answered: true } | RedFlagRefused> => {
    if (actor.kind !== 'member') throw new Error('only a member answers a red flag')
    const isFirst = await insertRedFlagAnswer(tx, clinic.clinicId, {
      checkInId: answer.checkInId,
      action,
      note,
      answeredBy: actor.memberId,
      answeredAt: nowAt,
    })
    return isFirst ? { answered: true } : { refusal: 'AlreadyAnswered' }
  })
  if (!isNotAllowed(done)) house.changed(clinic.clinicId)
  return done
}

function isAction(text: string): text is RedFlagAction {
  return redFlagActions.some((action) => action === text)
}
