import { z } from 'zod'
import { extendHold as extend } from '#features/booking/index.server.ts'
import { isoInstant } from '#platform/languages/dates.ts'
import { holdId } from '../formats.ts'
import { defineOperation, nothing } from '../operation.ts'
import { refuse } from '../problem.ts'
import { extension } from '../schemas.ts'

export const extendHold = defineOperation({
  operationId: 'extendHold',
  method: 'post',
  path: '/holds/{hold}/extend',
  summary: 'Ten minutes from now, once',
  params: z.object({ hold: holdId }),
  query: nothing,
  body: undefined,
  success: { status: 200, description: 'Extended', schema: extension },
  refusals: { 404: 'Unknown hold', 409: 'Extended or confirmed already', 410: 'Expired' },
  turn: 'write',
  run: async ({ caller }, { params }) => {
    const { language } = caller
    const extended = await extend(caller, params.hold)
    if (!('refusal' in extended)) return { status: 200, body: { expiresAt: isoInstant(extended.expiresAt) } }
    switch (extended.refusal) {
      case 'UnknownHold':
        return refuse(language, 'PT-404-HOLD', { field: 'holdId' })
      case 'HoldExpired':
        return refuse(language, 'PT-410-HOLD', { field: 'holdId' })
      case 'HoldExtendedAlready':
        return refuse(language, 'PT-409-EXTENDED', { field: 'holdId', limit: isoInstant(extended.expiresAt) })
      case 'HoldConfirmedAlready':
        return refuse(language, 'PT-409-CONFIRMED', { field: 'holdId' })
    }
  },
})
