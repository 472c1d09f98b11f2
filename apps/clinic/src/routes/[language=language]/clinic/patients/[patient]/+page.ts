import { loadRecord } from '#features/treatments/index.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ data }) => ({ ...data, Page: await loadRecord() })
