import { openApi, refuseMethod } from '#features/api/index.server.ts'

export const GET = () => Response.json(openApi)
export const fallback = refuseMethod('GET')
