import { error, redirect } from '@sveltejs/kit'
import { readProfile } from '#features/clinics/index.server.ts'
import { noteTold, readLookBack, viewLetters } from '#features/look-back/index.server.ts'
import { isNotAllowed } from '#features/records/index.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { caller } = locals
  const answer = await readLookBack(caller, params.look, 'letters')
  if (answer === undefined) error(404, { message: 'Not found', code: 'PT-404-LOOK' })
  if (isNotAllowed(answer)) error(403, { message: 'Not allowed', code: 'PT-403-RECORD' })
  const { phone, country } = await readProfile(caller.house, caller.clinic)
  const letters = viewLetters(answer, { name: caller.clinic.name, phone, country })
  return { letters, lookBackId: params.look, noted: url.searchParams.has('noted') }
}

export const actions: Actions = {
  default: async ({ locals, params, request, url }) => {
    const people = (await request.formData()).getAll('patient').map(String)
    const noted = await noteTold(locals.caller, params.look, 'letter', people)
    if (noted === undefined) error(404, { message: 'Not found', code: 'PT-404-LOOK' })
    if (isNotAllowed(noted)) error(403, { message: 'Not allowed', code: 'PT-403-RECORD' })
    redirect(303, `${url.pathname}?noted`)
  },
}
