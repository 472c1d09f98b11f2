import { z } from 'zod'
import { listServices as listServicesOf } from '#features/booking/index.server.ts'
import { findClinicOfCall } from '../find-clinic-of-call.server.ts'
import { slug } from '../formats.ts'
import { defineOperation, nothing } from '../operation.ts'
import { serviceList } from '../schemas.ts'

export const listServices = defineOperation({
  operationId: 'listServices',
  method: 'get',
  path: '/clinics/{slug}/services',
  summary: 'What a clinic offers, phase by phase',
  params: z.object({ slug }),
  query: nothing,
  body: undefined,
  success: { status: 200, description: 'Every bookable service, in the clinic’s order', schema: serviceList },
  refusals: { 404: 'Unknown clinic' },
  turn: 'read',
  run: async (call, { params }) => {
    const found = await findClinicOfCall(call, params.slug)
    if ('problem' in found) return found
    const services = (await listServicesOf(found.there)).map(({ serviceId, name, kind, phases, practitioners }) => ({
      id: serviceId,
      name,
      kind,
      phases,
      practitioners: practitioners.map((each) => ({ id: each.practitionerId, name: each.name })),
    }))
    return { status: 200, body: { services } }
  },
})
