import { redirect } from '@sveltejs/kit'
import { localTime } from '#platform/languages/dates.ts'
import { pathTo } from '#routes.ts'
import type { PageServerLoad } from './$types'

/** A member's home is the day. */
export const load: PageServerLoad = ({ locals }) => {
  const { clinic, nowAt, language } = locals.caller
  redirect(303, pathTo(language, 'clinicDay', { date: localTime(nowAt, clinic.timeZone).on }))
}
