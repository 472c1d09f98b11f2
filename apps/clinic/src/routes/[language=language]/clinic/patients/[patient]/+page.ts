import { loadCourseList } from '#features/courses/index.ts'
import { loadRecord } from '#features/treatments/index.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ data }) => ({
  ...data,
  Page: await loadRecord(),
  Courses: await loadCourseList(),
})
