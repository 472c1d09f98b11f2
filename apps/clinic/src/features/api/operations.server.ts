import type { Operation } from './operation.ts'
import { confirmHold } from './operations/confirm-hold.server.ts'
import { extendHold } from './operations/extend-hold.server.ts'
import { listClinics } from './operations/list-clinics.server.ts'
import { listFreeStarts } from './operations/list-free-starts.server.ts'
import { listServices } from './operations/list-services.server.ts'
import { releaseHold } from './operations/release-hold.server.ts'
import { takeHold } from './operations/take-hold.server.ts'

/** Every operation of the API, in the order of its documentation. */
export const operations = [
  listClinics,
  listServices,
  listFreeStarts,
  takeHold,
  extendHold,
  confirmHold,
  releaseHold,
] as unknown as readonly Operation[]
