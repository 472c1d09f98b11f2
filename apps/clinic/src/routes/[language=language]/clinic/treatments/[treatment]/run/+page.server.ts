import { error, redirect } from '@sveltejs/kit'
import { isNotAllowed } from '#features/records/index.server.ts'
import { readTreatment } from '#features/treatments/index.server.ts'
import { pathTo } from '#routes.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const { language } = locals.caller
  const view = await readTreatment(locals.caller, params.treatment)
  if (view === undefined) error(404, { message: 'Not found', code: 'PT-404-TREATMENT' })
  if (isNotAllowed(view)) error(403, { message: 'Not allowed', code: 'PT-403-RECORD' })
  // A sealed treatment is not run: its record is read.
  if (view.sealedAt !== undefined) redirect(303, pathTo(language, 'clinicTreatment', params))
  return {
    view,
    language,
    links: {
      overview: pathTo(language, 'clinicTreatment', params),
      consent: pathTo(language, 'clinicConsent', params),
      signIn: pathTo(language, 'signIn'),
      events: `/${language}/clinic/treatments/${encodeURIComponent(params.treatment)}/events`,
    },
  }
}
