import { fail } from '@sveltejs/kit'
import { readDoorstep, sendPatientLink } from '#features/sign-in/index.server.ts'
import { signInWords } from '#features/sign-in/index.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => ({ doorstep: await readDoorstep(locals.caller, url) })

export const actions: Actions = {
  default: async ({ locals, request, url, getClientAddress, setHeaders }) => {
    const { caller } = locals
    const form = await request.formData()
    const email = String(form.get('email') ?? '')
    const answer = await sendPatientLink(caller, { email, address: getClientAddress(), origin: url.origin })
    if (!('refusal' in answer)) return { isAsked: true }
    const words = signInWords[caller.language].link
    if (answer.refusal === 'EmailMissing')
      return fail(400, { email, error: { text: words.missing, code: 'PT-400-EMAIL' } })
    setHeaders({ 'retry-after': String(answer.retryAfterSeconds) })
    return fail(429, { email, error: { text: words.tooMany(answer.retryAfterSeconds), code: 'PT-429-LINK' } })
  },
}
