import { answerApi, extendHold, refuseMethod } from '#features/api/index.server.ts'

export const POST = answerApi(extendHold)
export const fallback = refuseMethod('POST')
