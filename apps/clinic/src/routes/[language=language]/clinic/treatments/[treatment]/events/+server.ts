import { json } from '@sveltejs/kit'
import { isNotAllowed } from '#features/records/index.server.ts'
import { appendEvents, exportTreatment, mostEventsAtOnce } from '#features/treatments/index.server.ts'
import type { RequestHandler } from './$types'

/** Takes `{ events: […] }` from a tablet and answers each: acknowledged with its place and hash, or refused and why. */
export const POST: RequestHandler = async ({ request, params, locals }) => {
  const body: unknown = await request.json().catch(() => undefined)
  const events = typeof body === 'object' && body !== null && 'events' in body ? body.events : undefined
  if (!Array.isArray(events) || events.length === 0 || events.length > mostEventsAtOnce)
    return json({ code: 'PT-400-EVENTS', limit: mostEventsAtOnce }, { status: 400 })
  const answer = await appendEvents(locals.caller, params.treatment, events)
  if (isNotAllowed(answer)) return json({ ...answer, code: 'PT-403-RECORD' }, { status: 403 })
  if ('refusal' in answer) return json({ ...answer, code: 'PT-404-TREATMENT' }, { status: 404 })
  return json({ ...answer, serverAt: locals.caller.nowAt })
}

/** The treatment as a file that `npx pointille verify` reads. */
export const GET: RequestHandler = async ({ params, locals }) => {
  const exported = await exportTreatment(locals.caller, params.treatment)
  if (exported === undefined) return json({ code: 'PT-404-TREATMENT' }, { status: 404 })
  if ('refusal' in exported) return json({ ...exported, code: 'PT-403-RECORD' }, { status: 403 })
  const name = `treatment-${exported.treatmentId.slice(0, 8)}.json`
  return json(exported, { headers: { 'content-disposition': `attachment; filename="${name}"` } })
}
