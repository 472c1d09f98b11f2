import { error, fail } from '@sveltejs/kit'
import { cancelAppointment } from '#features/booking/index.server.ts'
import { findManaged } from '../../managed.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const page = await findManaged(locals.caller, params.token)
  if (!page) error(404, { message: 'no appointment behind this link', code: 'PT-404-LINK' })
  return {
    ...page,
    token: params.token,
    asksToCancel: url.searchParams.get('cancel') === 'ask',
    moved: url.searchParams.has('moved'),
  }
}

export const actions: Actions = {
  cancel: async ({ locals, params, url }) => {
    const answer = await cancelAppointment(locals.caller, { token: params.token, origin: url.origin })
    if (!('refusal' in answer)) return { cancelled: { free: answer.free }, tooLate: false }
    if (answer.refusal === 'UnknownAppointment')
      error(404, { message: 'no appointment behind this link', code: 'PT-404-LINK' })
    return fail(409, { cancelled: undefined, tooLate: true })
  },
}
