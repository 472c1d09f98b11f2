import { readDemoTour } from '#features/demo/index.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, url }) => ({ tour: readDemoTour(locals.caller, url.origin) })
