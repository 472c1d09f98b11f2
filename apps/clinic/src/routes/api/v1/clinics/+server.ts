import { answerApi, listClinics, refuseMethod } from '#features/api/index.server.ts'

export const GET = answerApi(listClinics)
export const fallback = refuseMethod('GET')
