import { answerApi, refuseMethod, releaseHold } from '#features/api/index.server.ts'

export const DELETE = answerApi(releaseHold)
export const fallback = refuseMethod('DELETE')
