import { type ActionFailure, fail, redirect } from '@sveltejs/kit'
import { readDoorstep, signInMember, wayBack } from '#features/sign-in/index.server.ts'
import { signInWords } from '#features/sign-in/index.ts'
import { pathTo } from '#routes.ts'
import type { Actions, PageServerLoad } from './$types'

type Failure = { email: string; error: { text: string; code: string } }

export const load: PageServerLoad = async ({ locals, url }) => {
  const { caller } = locals
  if (caller.actor.kind === 'member') redirect(303, wayBack(url.searchParams.get('to'), 'clinicHome', caller.language))
  return { doorstep: await readDoorstep(caller, url) }
}

export const actions: Actions = {
  default: async ({ locals, request, url, cookies, getClientAddress, setHeaders }): Promise<ActionFailure<Failure>> => {
    const { caller, library } = locals
    const form = await request.formData()
    const email = String(form.get('email') ?? '')
    const answer = await signInMember(caller, library, {
      email,
      password: String(form.get('password') ?? ''),
      address: getClientAddress(),
      headers: request.headers,
    })
    const words = signInWords[caller.language].signIn
    const refuse = (status: number, text: string, code: string) => fail(status, { email, error: { text, code } })
    if ('refusal' in answer) {
      if (answer.refusal === 'NotOfThisTeam') return refuse(403, words.notOfThisTeam, 'PT-403-TEAM')
      if (answer.refusal === 'WrongEmailOrPassword') return refuse(401, words.wrong, 'PT-401-SIGNIN')
      setHeaders({ 'retry-after': String(answer.retryAfterSeconds) })
      return refuse(429, words.tooMany(answer.retryAfterSeconds), 'PT-429-SIGNIN')
    }
    for (const cookie of answer.cookies) cookies.set(cookie.name, cookie.value, cookie.options)
    if (answer.codeAsked) redirect(303, pathTo(caller.language, 'signInCode') + url.search)
    redirect(303, wayBack(url.searchParams.get('to'), 'clinicHome', caller.language))
  },
}
