import { error, fail, redirect } from '@sveltejs/kit'
import { type BenchRefusal, closeDay, drawTube, findLabel, readBench, sayRefusal } from '#features/prp/index.server.ts'
import { isNotAllowed } from '#features/records/index.server.ts'
import { pathTo } from '#routes.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, depends }) => {
  depends('clinic:changes')
  const view = await readBench(locals.caller)
  if (view === undefined) error(404, { message: 'Not found', code: 'PT-404-PRP' })
  if (isNotAllowed(view)) error(403, { message: 'Not allowed', code: 'PT-403-RECORD' })
  return { view }
}

export const actions: Actions = {
  find: async ({ locals, request }) => {
    const { caller } = locals
    const code = String((await request.formData()).get('code') ?? '')
    const tube = await findLabel(caller, code)
    if (tube) redirect(303, pathTo(caller.language, 'clinicPrpTube', { tube }))
    const scanned = code.trim().slice(0, 40)
    return fail(404, { error: sayRefusal({ refusal: 'UnknownLabel', scanned }, caller.language) })
  },
  draw: async ({ locals, request }) => {
    const { caller } = locals
    const form = await request.formData()
    const text = (name: string) => String(form.get(name) ?? '')
    const answer = await drawTube(caller, { treatmentId: text('treatment'), tubeLot: text('tubeLot') })
    if ('refusal' in answer) return refused(answer, caller.language)
    redirect(303, pathTo(caller.language, 'clinicPrpTube', { tube: answer.tubeId }))
  },
  close: async ({ locals }) => {
    const { caller } = locals
    const answer = await closeDay(caller)
    if ('refusal' in answer) return refused(answer, caller.language)
    redirect(303, pathTo(caller.language, 'clinicPrp'))
  },
}

function refused(refusal: BenchRefusal, language: 'fr' | 'en') {
  if (refusal.refusal === 'NoPrpHere') error(404, { message: 'Not found', code: 'PT-404-PRP' })
  return fail(refusal.refusal === 'NotAllowed' ? 403 : 409, { error: sayRefusal(refusal, language) })
}
