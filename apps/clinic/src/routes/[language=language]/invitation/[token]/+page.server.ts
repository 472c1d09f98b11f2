import { fail, redirect } from '@sveltejs/kit'
import { acceptOwnerInvitation, readDoorstep, readInvitation } from '#features/sign-in/index.server.ts'
import { signInWords } from '#features/sign-in/index.ts'
import { pathTo } from '#routes.ts'
import type { Actions, PageServerLoad } from './$types'

type FieldErrors = Partial<Record<'name' | 'email' | 'password', string>>

export const load: PageServerLoad = async ({ locals, params, url }) => ({
  doorstep: await readDoorstep(locals.caller, url),
  isOpen: await readInvitation(locals.caller, params.token),
})

export const actions: Actions = {
  default: async ({ locals, params, request, cookies, getClientAddress, setHeaders }) => {
    const { caller, library } = locals
    const form = await request.formData()
    const text = (name: string) => String(form.get(name) ?? '')
    const work = form.getAll('work').map(String)
    const typed = { name: text('name'), email: text('email'), work }
    const answer = await acceptOwnerInvitation(caller, library, {
      token: params.token,
      owner: {
        ...typed,
        password: text('password'),
        treats: work.includes('treats'),
        isDoctor: work.includes('doctor'),
      },
      address: getClientAddress(),
      headers: request.headers,
    })
    if (!('refusal' in answer)) {
      for (const cookie of answer.cookies) cookies.set(cookie.name, cookie.value, cookie.options)
      redirect(303, pathTo(caller.language, 'clinicHome'))
    }
    const words = signInWords[caller.language]
    const refuse = (status: number, errors: FieldErrors, code: string) => fail(status, { typed, errors, code })
    if (answer.refusal === 'InvitationSpent') return refuse(410, {}, 'PT-410-INVITATION')
    if (answer.refusal === 'EmailTaken') return refuse(409, { email: words.invitation.taken }, 'PT-409-EMAIL')
    if (answer.refusal === 'NewOwnerIncomplete') {
      const errors = Object.fromEntries(answer.missing.map((field) => [field, words.invitation.missing[field]]))
      return refuse(400, errors, 'PT-400-OWNER')
    }
    setHeaders({ 'retry-after': String(answer.retryAfterSeconds) })
    return refuse(429, { email: words.account.tooMany(answer.retryAfterSeconds) }, 'PT-429-SIGNIN')
  },
}
