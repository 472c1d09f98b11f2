import { readClinics } from '#features/clinics/index.server.ts'
import { defineOperation, nothing } from '../operation.ts'
import { clinicList } from '../schemas.ts'

export const listClinics = defineOperation({
  operationId: 'listClinics',
  method: 'get',
  path: '/clinics',
  summary: 'The clinics of this house',
  params: nothing,
  query: nothing,
  body: undefined,
  success: { status: 200, description: 'Every clinic', schema: clinicList },
  refusals: {},
  turn: 'read',
  run: async ({ caller }) => {
    const clinics = await readClinics(caller.house)
    const shown = clinics.map(({ slug, name, timeZone }) => ({ slug, name, timeZone }))
    return { status: 200, body: { clinics: shown } }
  },
})
