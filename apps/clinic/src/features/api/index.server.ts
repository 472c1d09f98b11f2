import { describeApi } from './open-api.ts'
import { operations } from './operations.server.ts'

export { answerApi, refuseMethod, refusePath } from './answer-api.server.ts'
export { confirmHold } from './operations/confirm-hold.server.ts'
export { extendHold } from './operations/extend-hold.server.ts'
export { listClinics } from './operations/list-clinics.server.ts'
export { listFreeStarts } from './operations/list-free-starts.server.ts'
export { listServices } from './operations/list-services.server.ts'
export { releaseHold } from './operations/release-hold.server.ts'
export { takeHold } from './operations/take-hold.server.ts'

/** The OpenAPI document of this very code. */
export const openApi = describeApi(operations)
