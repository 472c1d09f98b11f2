import { loadPlanner } from '#features/courses/index.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ data }) => ({ ...data, Page: await loadPlanner() })
