import { error, redirect } from '@sveltejs/kit'
import { may } from '#features/access/index.server.ts'
import { noteTold, readLookBack, viewLookBack } from '#features/look-back/index.server.ts'
import { isNotAllowed } from '#features/records/index.server.ts'
import type { Actions, PageServerLoad } from './$types'

const sorts = ['reach', 'date', 'patient', 'certainty'] as const

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { caller } = locals
  const shows = url.searchParams.get('view') === 'graph' ? 'graph' : 'table'
  const answer = await readLookBack(caller, params.look, shows)
  if (answer === undefined) error(404, { message: 'Not found', code: 'PT-404-LOOK' })
  if (isNotAllowed(answer)) error(403, { message: 'Not allowed', code: 'PT-403-RECORD' })
  const sort = sorts.find((one) => one === url.searchParams.get('sort')) ?? 'reach'
  const rows = Math.min(10_000, Math.max(50, Number(url.searchParams.get('rows')) || 50))
  return {
    view: viewLookBack(answer, caller.language, sort),
    sort,
    shows,
    rows,
    noted: url.searchParams.has('noted'),
    mayOpen: may(caller.actor, 'readRecord'),
  } as const
}

export const actions: Actions = {
  told: async ({ locals, params, request, url }) => {
    const form = await request.formData()
    const noted = await noteTold(locals.caller, params.look, 'call', [String(form.get('patient') ?? '')])
    if (noted === undefined) error(404, { message: 'Not found', code: 'PT-404-LOOK' })
    if (isNotAllowed(noted)) error(403, { message: 'Not allowed', code: 'PT-403-RECORD' })
    redirect(303, `${url.pathname}?noted`)
  },
}
