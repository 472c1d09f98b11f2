import { readExploration } from '#features/site/index.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => readExploration(locals.caller, url.searchParams)
