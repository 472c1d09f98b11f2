import { error } from '@sveltejs/kit'
import { readOwnAccessLog } from '#features/check-ins/index.server.ts'
import { isNotAllowed } from '#features/records/index.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const lines = await readOwnAccessLog(locals.caller)
  if (isNotAllowed(lines)) error(403)
  return { lines }
}
