import { randomUUID } from 'node:crypto'
import { error, fail } from '@sveltejs/kit'
import { readHelp, readOwnDay, sendCheckIn } from '#features/check-ins/index.server.ts'
import { answersOf, readSentForm, type SentForm } from '#features/check-ins/index.ts'
import { isNotAllowed } from '#features/records/index.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { caller } = locals
  const day = dayOf(params.day)
  const own = await readOwnDay(caller, params.treatment, day)
  if (own === undefined) error(404)
  if (isNotAllowed(own)) error(403)
  const again = url.searchParams.has('again')
  const sent = again ? own.treatment.days.find((one) => one.day === day)?.sent : undefined
  const typed: SentForm = {
    checkInId: randomUUID(),
    redness: sent?.redness ?? '',
    swelling: sent?.swelling ?? '',
    painScore: sent ? String(sent.painScore) : '',
    redFlags: sent ? (sent.redFlags.length > 0 ? sent.redFlags : ['none']) : [],
  }
  return {
    ...own,
    day,
    again,
    typed,
    help: await readHelp(caller),
    timeZone: caller.clinic.timeZone,
    nowAt: caller.nowAt,
  }
}

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const typed = readSentForm(await request.formData())
    const said = answersOf(typed, dayOf(params.day))
    if ('faults' in said) return fail(422, { typed, faults: said.faults, refusal: undefined })
    const { checkInId } = typed
    const answer = await sendCheckIn(locals.caller, { checkInId, treatmentId: params.treatment, answers: said.answers })
    if ('refusal' in answer)
      return fail(isNotAllowed(answer) ? 403 : 422, { typed, faults: [], refusal: answer.refusal })
    return { sent: true as const }
  },
}

/** The day that an address names; anything that is no number is no day, and is answered as a day that does not exist. */
function dayOf(text: string): number {
  if (!/^\d{1,3}$/.test(text)) error(404)
  return Number(text)
}
