import { z } from 'zod'
import { confirmHold as confirm } from '#features/booking/index.server.ts'
import { holdId } from '../formats.ts'
import { defineOperation, nothing } from '../operation.ts'
import { refuse } from '../problem.ts'
import { confirmation, confirmRequest } from '../schemas.ts'

export const confirmHold = defineOperation({
  operationId: 'confirmHold',
  method: 'post',
  path: '/holds/{hold}/confirm',
  summary: 'Turn a hold into an appointment; a retry answers the same',
  params: z.object({ hold: holdId }),
  query: nothing,
  body: confirmRequest,
  success: { status: 201, description: 'Booked', schema: confirmation },
  refusals: {
    400: 'Bad input',
    404: 'Unknown hold',
    409: 'The same person is already expected elsewhere at that time',
    410: 'Expired',
  },
  turn: 'write',
  run: async ({ caller, origin }, { params, body }) => {
    const { language } = caller
    const confirmed = await confirm(caller, { holdId: params.hold, patient: body.patient, origin })
    if (!('refusal' in confirmed)) {
      const { appointmentId, manageUrl } = confirmed
      return { status: 201, body: { appointmentId, manageUrl } }
    }
    switch (confirmed.refusal) {
      case 'UnknownHold':
        return refuse(language, 'PT-404-HOLD', { field: 'holdId' })
      case 'HoldExpired':
        return refuse(language, 'PT-410-HOLD', { field: 'holdId' })
      case 'PatientElsewhere':
        return refuse(language, 'PT-409-PATIENT', { field: 'patient' })
    }
  },
})
