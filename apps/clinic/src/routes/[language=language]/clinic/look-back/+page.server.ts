import { error, fail, redirect } from '@sveltejs/kit'
import { askLookBack, readDraft, readLookBackDesk, viewDesk } from '#features/look-back/index.server.ts'
import { isNotAllowed } from '#features/records/index.server.ts'
import { addDays, localTime } from '#platform/languages/dates.ts'
import { pathTo } from '#routes.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { caller } = locals
  const desk = await readLookBackDesk(caller)
  if (isNotAllowed(desk)) error(403, { message: 'Not allowed', code: 'PT-403-RECORD' })
  const toOn = localTime(caller.nowAt, caller.clinic.timeZone).on
  const start = { kind: url.searchParams.get('kind') ?? '', fromOn: addDays(toOn, -90), toOn }
  const draft = readDraft((name) => start[name as keyof typeof start] ?? '')
  return { ...viewDesk(desk, caller.language), draft }
}

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const { caller } = locals
    const form = await request.formData()
    const draft = readDraft((name) => String(form.get(name) ?? ''))
    const asked = await askLookBack(caller, draft)
    if (isNotAllowed(asked)) error(403, { message: 'Not allowed', code: 'PT-403-RECORD' })
    if ('refusal' in asked) return fail(422, { draft, faults: asked.faults })
    redirect(303, pathTo(caller.language, 'clinicLookBackAnswer', { look: asked.lookBackId }))
  },
}
