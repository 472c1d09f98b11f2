import { z } from 'zod'
import { findFreeStarts } from '#features/booking/index.server.ts'
import { findClinicOfCall } from '../find-clinic-of-call.server.ts'
import { slug } from '../formats.ts'
import { defineOperation } from '../operation.ts'
import { refuse } from '../problem.ts'
import { freeStartList, freeStartQuery } from '../schemas.ts'
import { showStart } from '../show-start.ts'

export const listFreeStarts = defineOperation({
  operationId: 'listFreeStarts',
  method: 'get',
  path: '/clinics/{slug}/free-starts',
  summary: 'When a service can start, day by day, or why not',
  params: z.object({ slug }),
  query: freeStartQuery,
  body: undefined,
  success: { status: 200, description: 'One entry a day', schema: freeStartList },
  refusals: { 400: 'Bad input, or more than 62 days', 404: 'Unknown clinic, service or practitioner' },
  turn: 'read',
  run: async (call, { params, query }) => {
    const found = await findClinicOfCall(call, params.slug)
    if ('problem' in found) return found
    const { language } = call.caller
    const { service, from, to, practitioner } = query
    const search = { serviceId: service, fromOn: from, toOn: to, practitionerId: practitioner }
    const free = await findFreeStarts(found.there, search)
    if ('refusal' in free) {
      if (free.refusal === 'UnknownService') return refuse(language, 'PT-404-SERVICE', { field: 'service' })
      if (free.refusal === 'UnknownPractitioner')
        return refuse(language, 'PT-404-PRACTITIONER', { field: 'practitioner' })
      return refuse(language, 'PT-400-SPAN', { field: 'to', limit: free.limitDays })
    }
    const days = free.days.map((day) => ({ ...day, starts: day.starts.map(showStart) }))
    return { status: 200, body: { timeZone: free.timeZone, days } }
  },
})
