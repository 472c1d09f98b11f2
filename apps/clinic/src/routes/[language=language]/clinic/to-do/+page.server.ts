import { error, fail } from '@sveltejs/kit'
import { may } from '#features/access/index.server.ts'
import { answerRedFlag, readRedFlags } from '#features/check-ins/index.server.ts'
import { viewRedFlag } from '#features/day/index.server.ts'
import { isNotAllowed } from '#features/records/index.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, depends }) => {
  depends('clinic:changes')
  const { caller } = locals
  const flags = await readRedFlags(caller)
  if (isNotAllowed(flags)) error(403)
  return {
    flags: flags.map((flag) => viewRedFlag(flag, caller.language, caller.clinic.timeZone)),
    mayAnswer: may(caller.actor, 'answerRedFlag'),
  }
}

export const actions: Actions = {
  answer: async ({ locals, request }) => {
    const form = await request.formData()
    const text = (name: string) => String(form.get(name) ?? '')
    const answer = { checkInId: text('checkIn'), action: text('action'), note: text('note') }
    const done = await answerRedFlag(locals.caller, answer)
    if ('refusal' in done)
      return fail(isNotAllowed(done) ? 403 : done.refusal === 'AlreadyAnswered' ? 409 : 422, {
        ...answer,
        refusal: done.refusal,
      })
    return { checkInId: answer.checkInId, answered: true as const, name: text('name') }
  },
}
