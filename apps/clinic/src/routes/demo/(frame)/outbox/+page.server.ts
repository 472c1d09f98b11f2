import { listOutbox } from '#features/messages/index.server.ts'
import { isoInstant, localTime, longDate, patientTime } from '#platform/languages/dates.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { clinic } = locals.caller
  const { language } = (await parent()).frame
  const letters = await listOutbox(locals.caller)
  return {
    letters: letters.map(({ recordedAt, ...letter }) => {
      const { on, time } = localTime(recordedAt, clinic.timeZone)
      return {
        ...letter,
        instant: isoInstant(recordedAt),
        date: longDate(on, language),
        time: patientTime(time, language),
      }
    }),
  }
}
