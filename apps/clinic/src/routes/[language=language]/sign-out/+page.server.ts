import { redirect } from '@sveltejs/kit'
import { patientCookie, readDoorstep, signOut } from '#features/sign-in/index.server.ts'
import { pathTo } from '#routes.ts'
import type { Actions, PageServerLoad } from './$types'

/** Reading this page signs nobody out: programs follow links, only people press buttons. */
export const load: PageServerLoad = async ({ locals, url }) => ({
  doorstep: await readDoorstep(locals.caller, url),
  isSignedIn: locals.caller.actor.kind !== 'nobody',
})

export const actions: Actions = {
  default: async ({ locals, request, cookies }) => {
    const { caller, library } = locals
    const answer = await signOut(caller, library, {
      headers: request.headers,
      patientToken: cookies.get(patientCookie),
    })
    for (const cookie of answer.cookies) cookies.set(cookie.name, cookie.value, cookie.options)
    redirect(303, pathTo(caller.language, caller.actor.kind === 'member' ? 'signIn' : 'home'))
  },
}
