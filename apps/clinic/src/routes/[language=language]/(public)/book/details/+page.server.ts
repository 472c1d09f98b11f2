import { fail, redirect } from '@sveltejs/kit'
import { extendHold } from '#features/booking/index.server.ts'
import { listDetailsFaults, readDetailsForm } from '#features/booking/index.ts'
import { pathTo } from '#routes.ts'
import { writeDraft } from '../draft.server.ts'
import { readHeld, viewHeld } from '../held.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { draft, held } = await readHeld(event, 'bookDetails')
  return {
    held: await viewHeld(event, held),
    typed: draft.typed ?? draft.details,
  }
}

export const actions: Actions = {
  keep: async (event) => {
    const { draft } = await readHeld(event, 'bookDetails')
    const details = readDetailsForm(await event.request.formData())
    const faults = listDetailsFaults(details)
    if (faults.length > 0) return fail(422, { typed: details, faults })
    writeDraft(event, { ...draft, details, typed: undefined })
    redirect(303, pathTo(event.locals.caller.language, 'bookCheck'))
  },

  /** What is typed so far stays: the button that keeps the time sends the whole form. */
  extend: async (event) => {
    const { draft } = await readHeld(event, 'bookDetails')
    await extendHold(event.locals.caller, draft.holdId)
    writeDraft(event, { ...draft, typed: readDetailsForm(await event.request.formData()) })
    redirect(303, pathTo(event.locals.caller.language, 'bookDetails'))
  },
}
