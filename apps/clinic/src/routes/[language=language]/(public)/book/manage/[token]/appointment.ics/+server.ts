import { error } from '@sveltejs/kit'
import { writeCalendarFile } from '#features/booking/index.server.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals, params }) => {
  const file = await writeCalendarFile(locals.caller, params.token)
  if (!file) error(404, { message: 'no appointment behind this link', code: 'PT-404-LINK' })
  return new Response(file, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="pointille.ics"',
      'cache-control': 'no-store',
    },
  })
}
