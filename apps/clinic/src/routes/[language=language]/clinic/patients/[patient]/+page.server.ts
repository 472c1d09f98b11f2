import { error } from '@sveltejs/kit'
import { isNotAllowed } from '#features/records/index.server.ts'
import { readPatientRecord } from '#features/treatments/index.server.ts'
import { pathTo } from '#routes.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const { caller } = locals
  const record = await readPatientRecord(caller, params.patient)
  if (record === undefined) error(404, { message: 'Not found', code: 'PT-404-PATIENT' })
  if (isNotAllowed(record)) error(403, { message: 'Not allowed', code: 'PT-403-RECORD' })
  const hrefs = record.treatments.map(({ treatmentId }) => [
    treatmentId,
    pathTo(caller.language, 'clinicTreatment', { treatment: treatmentId }),
  ])
  return { record, language: caller.language, treatmentHrefs: Object.fromEntries(hrefs) as Record<string, string> }
}
