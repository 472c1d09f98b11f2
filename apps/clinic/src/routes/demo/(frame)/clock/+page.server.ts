import { error, fail, redirect } from '@sveltejs/kit'
import { type ClockMove, moveClock } from '#features/demo/index.server.ts'
import type { Actions } from './$types'

export const actions: Actions = {
  move: async ({ locals, request, url }) => {
    const answer = await moveClock(locals.caller, moveOf(await request.formData()))
    if ('nowAt' in answer) {
      const language = url.searchParams.get('language')
      redirect(303, `/demo/clock${language ? `?language=${encodeURIComponent(language)}` : ''}`)
    }
    if (answer.refusal === 'NotADemo') error(403)
    return fail(422, answer)
  },
}

function moveOf(form: FormData): ClockMove {
  if (form.has('real')) return 'real'
  const hours = Number(form.get('hours'))
  return form.has('hours')
    ? { byMs: (Number.isFinite(hours) ? hours : 0) * 3_600_000 }
    : { toLocal: String(form.get('moment') ?? '') }
}
