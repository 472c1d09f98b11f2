import { answerApi, refuseMethod, takeHold } from '#features/api/index.server.ts'

export const POST = answerApi(takeHold)
export const fallback = refuseMethod('POST')
