import { z } from 'zod'
import { takeHold as take } from '#features/booking/index.server.ts'
import { isoInstant } from '#platform/languages/dates.ts'
import { findClinicOfCall } from '../find-clinic-of-call.server.ts'
import { slug } from '../formats.ts'
import { defineOperation, nothing } from '../operation.ts'
import { refuseHold } from '../refuse-hold.server.ts'
import { hold, holdRequest } from '../schemas.ts'

export const takeHold = defineOperation({
  operationId: 'takeHold',
  method: 'post',
  path: '/clinics/{slug}/holds',
  summary: 'Keep a start for ten minutes',
  params: z.object({ slug }),
  query: nothing,
  body: holdRequest,
  success: { status: 201, description: 'Held', schema: hold },
  refusals: {
    400: 'Bad input',
    404: 'Unknown clinic, service or practitioner',
    409: 'The start is not free; `nearest` are',
    422: 'The answers do not permit this service on this day: `verdict` and `rule`',
  },
  turn: 'hold',
  run: async (call, { params, body }) => {
    const found = await findClinicOfCall(call, params.slug)
    if ('problem' in found) return found
    const { service, startAt, practitioner, screening } = body
    const held = await take(found.there, {
      serviceId: service,
      startAt: Date.parse(startAt),
      practitionerId: practitioner,
      screening,
    })
    if ('refusal' in held) return refuseHold(found.there, held)
    return { status: 201, body: { holdId: held.holdId, expiresAt: isoInstant(held.expiresAt) } }
  },
})
