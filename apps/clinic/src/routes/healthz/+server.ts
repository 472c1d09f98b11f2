import { readHealth } from '#features/clinics/index.server.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals }) =>
  Response.json(await readHealth(locals.caller.house), { headers: { 'cache-control': 'no-store' } })
