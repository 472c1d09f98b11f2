import { answerApi, confirmHold, refuseMethod } from '#features/api/index.server.ts'

export const POST = answerApi(confirmHold)
export const fallback = refuseMethod('POST')
