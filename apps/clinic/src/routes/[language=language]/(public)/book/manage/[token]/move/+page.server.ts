import { error, fail, redirect } from '@sveltejs/kit'
import { moveAppointment, readMoveStep } from '#features/booking/index.server.ts'
import { type LostWhy, visitWords } from '#features/booking/index.ts'
import { longDate } from '#platform/languages/dates.ts'
import { pathTo } from '#routes.ts'
import { askedDays, queryOf } from '../../../asked-days.ts'
import { findManaged } from '../../../managed.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { caller } = locals
  const { token } = params
  const ask = askedDays(url)
  const chosenAt = instantOf(url.searchParams.get('start'))
  const lostAt = instantOf(url.searchParams.get('lost'))
  const why: LostWhy = url.searchParams.get('why') === 'taken' ? 'taken' : 'notOffered'
  const page = await findManaged(caller, token)
  const step = await readMoveStep(caller, {
    token,
    ask,
    chosenAt,
    lost: lostAt === undefined ? undefined : { startAt: lostAt, why },
  })
  if (!page || ('refusal' in step && step.refusal === 'UnknownAppointment'))
    error(404, { message: 'no appointment behind this link', code: 'PT-404-LINK' })
  if ('refusal' in step) redirect(303, pathTo(caller.language, 'bookManage', { token }))
  const { picker, chosen, lost } = step
  return { site: page.site, visit: page.visit, picker, chosen, lost, token, query: queryOf(ask) }
}

export const actions: Actions = {
  choose: async ({ locals, params, request, url }) => {
    const startAt = instantOf((await request.formData()).get('start'))
    const path = pathTo(locals.caller.language, 'bookMove', { token: params.token })
    redirect(303, `${path}?start=${startAt ?? ''}${queryOf(askedDays(url))}#choice`)
  },

  move: async ({ locals, params, request, url }) => {
    const { caller } = locals
    const { token } = params
    const words = visitWords[caller.language]
    const startAt = instantOf((await request.formData()).get('start'))
    if (startAt === undefined) return fail(400, { fault: words.chooseFirst, code: undefined })
    const moved = await moveAppointment(caller, { token, startAt, origin: url.origin })
    if (!('refusal' in moved)) redirect(303, `${pathTo(caller.language, 'bookManage', { token })}?moved`)
    if (moved.refusal === 'UnknownAppointment')
      error(404, { message: 'no appointment behind this link', code: 'PT-404-LINK' })
    if (moved.refusal === 'TooLateToChange') redirect(303, pathTo(caller.language, 'bookManage', { token }))
    if (moved.refusal === 'SlotTaken') {
      const why = moved.reason === 'Taken' ? 'taken' : 'notOffered'
      redirect(303, `${pathTo(caller.language, 'bookMove', { token })}?lost=${startAt}&why=${why}`)
    }
    if (moved.refusal === 'PatientElsewhere')
      return fail(409, { fault: words.patientElsewhere, code: 'PT-409-PATIENT' })
    const fault = moved.untilOn
      ? words.moveForbidden(longDate(moved.untilOn, caller.language))
      : words.moveForbiddenPlain
    return fail(409, { fault, code: 'PT-409-VERDICT' })
  },
}

function instantOf(text: FormDataEntryValue | null): number | undefined {
  const at = Number(text || Number.NaN)
  return Number.isSafeInteger(at) ? at : undefined
}
