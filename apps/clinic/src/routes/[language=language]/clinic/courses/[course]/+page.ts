import { loadPlanner } from '#features/courses/index.ts'
import type { PageLoad } from './$types'

// The planner has a script of its own: the model and the picture, and nothing that leads from page to page.
export const csr = false

export const load: PageLoad = async ({ data }) => ({ ...data, Page: await loadPlanner() })
