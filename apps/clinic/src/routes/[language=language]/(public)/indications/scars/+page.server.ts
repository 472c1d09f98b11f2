import { typicalCourse } from '#features/site/index.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = () => ({ course: typicalCourse() })
