import { error } from '@sveltejs/kit'
import { exportLookBack } from '#features/look-back/index.server.ts'
import { isNotAllowed } from '#features/records/index.server.ts'
import type { RequestHandler } from './$types'

/** The line list as a file; its SHA-256 is in its name and in a header. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const file = await exportLookBack(locals.caller, params.look)
  if (file === undefined) error(404, { message: 'Not found', code: 'PT-404-LOOK' })
  if (isNotAllowed(file)) error(403, { message: 'Not allowed', code: 'PT-403-RECORD' })
  return new Response(file.text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${file.fileName}"`,
      'repr-digest': `sha-256=:${Buffer.from(file.hash, 'hex').toString('base64')}:`,
    },
  })
}
