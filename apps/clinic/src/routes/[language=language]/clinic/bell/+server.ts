import { hearChanges } from '#features/day/index.server.ts'
import type { RequestHandler } from './$types'

/** Says to a member's open page that something of their clinic changed; the page reads again what it shows. */
export const GET: RequestHandler = ({ locals }) =>
  new Response(hearChanges(locals.caller), { headers: { 'content-type': 'text/event-stream' } })
