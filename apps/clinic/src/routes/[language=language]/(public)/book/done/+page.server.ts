import { redirect } from '@sveltejs/kit'
import { pathTo } from '#routes.ts'
import { readDraft } from '../draft.server.ts'
import { findManaged } from '../managed.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { caller } = event.locals
  const { done } = readDraft(event)
  const page = done && (await findManaged(caller, done.manageToken))
  if (!done || !page) redirect(303, pathTo(caller.language, 'bookNeed'))
  return { ...page, email: done.email, token: done.manageToken }
}
