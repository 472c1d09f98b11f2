import { fail, redirect } from '@sveltejs/kit'
import { confirmHold, extendHold } from '#features/booking/index.server.ts'
import { countSituations } from '#features/booking/index.ts'
import { pathTo } from '#routes.ts'
import { readDraft, writeDraft } from '../draft.server.ts'
import { endHold, readFreeCancel, readHeld, viewHeld } from '../held.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { draft, held } = await readHeld(event, 'bookCheck')
  return {
    ...(await readFreeCancel(event.locals.caller, held)),
    held: await viewHeld(event, held),
    answers: {
      indication: draft.indication!,
      situations: countSituations(draft),
      birthDate: draft.health!.birthDate,
    },
    details: draft.details!,
  }
}

export const actions: Actions = {
  extend: async (event) => {
    const { draft } = await readHeld(event, 'bookCheck')
    await extendHold(event.locals.caller, draft.holdId)
    redirect(303, pathTo(event.locals.caller.language, 'bookCheck'))
  },

  /** Sent twice, it is the same appointment: by the hold's id, and by the cookie once the first answer came. */
  confirm: async (event) => {
    const { caller } = event.locals
    if (!readDraft(event).done) {
      const { draft } = await readHeld(event, 'bookCheck')
      const details = draft.details!
      const confirmed = await confirmHold(caller, {
        holdId: draft.holdId,
        patient: { ...details, language: caller.language },
        origin: event.url.origin,
      })
      if ('refusal' in confirmed) {
        if (confirmed.refusal === 'PatientElsewhere') return fail(409, { fault: 'patientElsewhere' as const })
        return endHold(event, draft)
      }
      writeDraft(event, { done: { manageToken: confirmed.manageToken, email: details.email } })
    }
    redirect(303, pathTo(caller.language, 'bookDone'))
  },
}
