import { answerApi, listServices, refuseMethod } from '#features/api/index.server.ts'

export const GET = answerApi(listServices)
export const fallback = refuseMethod('GET')
