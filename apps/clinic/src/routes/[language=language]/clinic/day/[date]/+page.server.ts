import { error, fail, redirect } from '@sveltejs/kit'
import { may } from '#features/access/index.server.ts'
import { readDay, readManageToken, registerArrival, registerNoShow } from '#features/day/index.server.ts'
import { clockTime, sortColumnOf, weekdayName } from '#features/day/index.ts'
import { isNotAllowed } from '#features/records/index.server.ts'
import { openTreatment } from '#features/treatments/index.server.ts'
import { addDays, isLocalDate, localTime, longDate, staffDate } from '#platform/languages/dates.ts'
import { pathTo } from '#routes.ts'
import type { Actions, PageServerLoad } from './$types'

const viewCookie = 'pointille_day_view'
const yearSeconds = 365 * 24 * 3600

export const load: PageServerLoad = async ({ locals, params, url, cookies, request, depends }) => {
  depends('clinic:changes')
  const { caller } = locals
  const { clinic, actor, language, nowAt } = caller
  if (!isLocalDate(params.date)) error(404)
  const day = await readDay(caller, params.date)
  if (isNotAllowed(day)) error(403)
  const pathOf = (on: string) => pathTo(language, 'clinicDay', { date: on })
  const asked = url.searchParams.get('view')
  if (asked === 'list' || asked === 'lanes')
    cookies.set(viewCookie, asked, { path: '/', maxAge: yearSeconds, sameSite: 'lax', httpOnly: true })
  const kept =
    asked ?? cookies.get(viewCookie) ?? (/Mobi/.test(request.headers.get('user-agent') ?? '') ? 'list' : 'lanes')
  const title = staffDate(day.on, language)
  return {
    day,
    title: title.charAt(0).toUpperCase() + title.slice(1),
    longTitle: longDate(day.on, language),
    view: kept === 'list' ? ('list' as const) : ('lanes' as const),
    sort: sortColumnOf(url.searchParams.get('sort')),
    chosenId: url.searchParams.get('visit') ?? undefined,
    links: {
      previous: pathOf(addDays(day.on, -1)),
      today: pathOf(localTime(nowAt, clinic.timeZone).on),
      next: pathOf(addDays(day.on, 1)),
    },
    weekday: weekdayName(day.on, language),
    elsewhere: day.elsewhere && {
      next:
        day.elsewhere.nextOn === undefined
          ? undefined
          : { href: pathOf(day.elsewhere.nextOn), date: longDate(day.elsewhere.nextOn, language) },
      week: day.elsewhere.week.map(({ on, appointments }) => ({
        on,
        weekday: weekdayName(on, language).slice(0, 2),
        dayOfMonth: Number(on.slice(8)),
        date: longDate(on, language),
        appointments,
        href: pathOf(on),
        current: on === day.on,
      })),
    },
    grants: {
      moveAppointment: may(actor, 'moveAppointment'),
      registerArrival: may(actor, 'registerArrival'),
      registerNoShow: may(actor, 'registerNoShow'),
      openTreatment: may(actor, 'openTreatment'),
      runTreatment: may(actor, 'runTreatment'),
    },
  }
}

export const actions: Actions = {
  register: async ({ locals, request }) => {
    const { caller } = locals
    const appointmentId = await appointmentOf(request)
    const answer = await registerArrival(caller, appointmentId)
    if ('refusal' in answer) return fail(409, { appointmentId, refusal: answer.refusal })
    return { appointmentId, done: 'arrived' as const, time: clockTime(caller.nowAt, caller.clinic.timeZone) }
  },
  noShow: async ({ locals, request }) => {
    const appointmentId = await appointmentOf(request)
    const answer = await registerNoShow(locals.caller, appointmentId)
    if ('refusal' in answer) return fail(409, { appointmentId, refusal: answer.refusal })
    return { appointmentId, done: 'missed' as const, time: '' }
  },
  move: async ({ locals, request }) => {
    const appointmentId = await appointmentOf(request)
    const answer = await readManageToken(locals.caller, appointmentId)
    if ('refusal' in answer) return fail(409, { appointmentId, refusal: answer.refusal })
    redirect(303, pathTo(locals.caller.language, 'bookManage', { token: answer.manageToken }))
  },
  open: async ({ locals, request }) => {
    const appointmentId = await appointmentOf(request)
    const answer = await openTreatment(locals.caller, appointmentId)
    if ('refusal' in answer) return fail(409, { appointmentId, refusal: answer.refusal })
    redirect(303, pathTo(locals.caller.language, 'clinicTreatment', { treatment: answer.treatmentId }))
  },
}

async function appointmentOf(request: Request): Promise<string> {
  return String((await request.formData()).get('appointment') ?? '')
}
