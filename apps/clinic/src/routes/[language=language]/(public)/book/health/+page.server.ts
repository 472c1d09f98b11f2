import { fail, redirect } from '@sveltejs/kit'
import { releaseHold } from '#features/booking/index.server.ts'
import { checkHealthForm, readHealthForm, typeHealth } from '#features/booking/index.ts'
import { localTime } from '#platform/languages/dates.ts'
import { pathTo } from '#routes.ts'
import { readDraftAt, writeDraft } from '../draft.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => {
  const { health } = readDraftAt(event, 'bookHealth')
  return { typed: health && typeHealth(health) }
}

export const actions: Actions = {
  default: async (event) => {
    const { caller } = event.locals
    const { holdId, ...draft } = readDraftAt(event, 'bookHealth')
    const typed = readHealthForm(await event.request.formData())
    const health = checkHealthForm(typed, localTime(caller.nowAt, caller.clinic.timeZone).on)
    if ('faults' in health) return fail(422, { typed, faults: health.faults })
    const isNew = JSON.stringify(health) !== JSON.stringify(draft.health)
    if (holdId && isNew) await releaseHold(caller, holdId)
    writeDraft(event, { ...draft, health, holdId: isNew ? undefined : holdId })
    redirect(303, pathTo(caller.language, 'bookTime'))
  },
}
