import { error } from '@sveltejs/kit'
import { readHelp, readOwnSpace } from '#features/check-ins/index.server.ts'
import { isNotAllowed } from '#features/records/index.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const { caller } = locals
  const space = await readOwnSpace(caller)
  if (isNotAllowed(space)) error(403)
  return {
    space,
    help: await readHelp(caller),
    name: caller.actor.kind === 'patient' ? caller.actor.name : '',
    timeZone: caller.clinic.timeZone,
    nowAt: caller.nowAt,
  }
}
