import { readOurModel } from '#features/site/index.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => readOurModel(locals.caller)
