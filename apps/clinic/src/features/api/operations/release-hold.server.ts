import { z } from 'zod'
import { releaseHold as release } from '#features/booking/index.server.ts'
import { holdId } from '../formats.ts'
import { defineOperation, nothing } from '../operation.ts'
import { refuse } from '../problem.ts'

export const releaseHold = defineOperation({
  operationId: 'releaseHold',
  method: 'delete',
  path: '/holds/{hold}',
  summary: 'Give the start back and erase the answers; twice is once',
  params: z.object({ hold: holdId }),
  query: nothing,
  body: undefined,
  success: { status: 204, description: 'Given back', schema: undefined },
  refusals: { 404: 'Unknown hold', 409: 'Confirmed already' },
  turn: 'write',
  run: async ({ caller }, { params }) => {
    const released = await release(caller, params.hold)
    if (!('refusal' in released)) return { status: 204 }
    const code = released.refusal === 'UnknownHold' ? 'PT-404-HOLD' : 'PT-409-CONFIRMED'
    return refuse(caller.language, code, { field: 'holdId' })
  },
})
