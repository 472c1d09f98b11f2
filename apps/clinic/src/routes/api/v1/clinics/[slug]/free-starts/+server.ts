import { answerApi, listFreeStarts, refuseMethod } from '#features/api/index.server.ts'

export const GET = answerApi(listFreeStarts)
export const fallback = refuseMethod('GET')
