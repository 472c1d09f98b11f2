import { isIndication } from '@pointille/protocol'
import { fail, redirect } from '@sveltejs/kit'
import { releaseHold } from '#features/booking/index.server.ts'
import { pathTo } from '#routes.ts'
import { readDraft, writeDraft } from '../draft.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => ({ indication: readDraft(event).indication })

export const actions: Actions = {
  default: async (event) => {
    const { caller } = event.locals
    const indication = (await event.request.formData()).get('indication')
    if (!isIndication(indication)) return fail(400, { missing: true })
    const { done, holdId, ...draft } = readDraft(event)
    // After a confirmed booking a new one begins; a changed wish gives the held time back, to be judged again.
    const isNew = done !== undefined || draft.indication !== indication
    if (holdId && isNew && !done) await releaseHold(caller, holdId)
    writeDraft(event, done ? { indication } : { ...draft, indication, holdId: isNew ? undefined : holdId })
    redirect(303, pathTo(caller.language, 'bookHealth'))
  },
}
