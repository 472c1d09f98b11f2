import { type ActionFailure, fail, redirect } from '@sveltejs/kit'
import { readDoorstep, verifyCode, waitsForCode, wayBack } from '#features/sign-in/index.server.ts'
import { signInWords } from '#features/sign-in/index.ts'
import { pathTo } from '#routes.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, request }) => {
  const { caller } = locals
  if (!waitsForCode(request.headers)) redirect(303, pathTo(caller.language, 'signIn') + url.search)
  return { doorstep: await readDoorstep(caller, url) }
}

export const actions: Actions = {
  default: async ({
    locals,
    request,
    url,
    cookies,
    getClientAddress,
    setHeaders,
  }): Promise<ActionFailure<{ error: { text: string; code: string } }>> => {
    const { caller, library } = locals
    const form = await request.formData()
    const answer = await verifyCode(caller, library, {
      code: String(form.get('code') ?? ''),
      address: getClientAddress(),
      headers: request.headers,
    })
    const words = signInWords[caller.language]
    if ('refusal' in answer) {
      if (answer.refusal === 'WrongCode') return fail(401, { error: { text: words.code.wrong, code: 'PT-401-CODE' } })
      if (answer.refusal === 'SignInAgain')
        return fail(401, { error: { text: words.code.again, code: 'PT-401-AGAIN' } })
      setHeaders({ 'retry-after': String(answer.retryAfterSeconds) })
      return fail(429, { error: { text: words.signIn.tooMany(answer.retryAfterSeconds), code: 'PT-429-SIGNIN' } })
    }
    for (const cookie of answer.cookies) cookies.set(cookie.name, cookie.value, cookie.options)
    redirect(303, wayBack(url.searchParams.get('to'), 'clinicHome', caller.language))
  },
}
