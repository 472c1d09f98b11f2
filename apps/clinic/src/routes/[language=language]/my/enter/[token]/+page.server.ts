import { fail, redirect } from '@sveltejs/kit'
import { enterOwnSpace, readDoorstep, readPatientLink, wayBack } from '#features/sign-in/index.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** Reading the page leaves the link whole; the button uses it up. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const link = await readPatientLink(locals.caller, params.token)
  return {
    doorstep: await readDoorstep(locals.caller, url),
    givenName: 'givenName' in link ? link.givenName : undefined,
  }
}

export const actions: Actions = {
  default: async ({ locals, params, url, cookies }) => {
    const answer = await enterOwnSpace(locals.caller, params.token)
    if ('refusal' in answer) return fail(410, answer)
    for (const cookie of answer.cookies) cookies.set(cookie.name, cookie.value, cookie.options)
    redirect(303, wayBack(url.searchParams.get('to'), 'my', locals.caller.language))
  },
}
