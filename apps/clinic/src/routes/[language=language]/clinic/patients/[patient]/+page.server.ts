import { isTreatableIndication } from '@pointille/protocol'
import { error, fail, redirect } from '@sveltejs/kit'
import { may } from '#features/access/index.server.ts'
import { listCourses, startCourse } from '#features/courses/index.server.ts'
import { isNotAllowed } from '#features/records/index.server.ts'
import { readPatientRecord } from '#features/treatments/index.server.ts'
import { pathTo } from '#routes.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const { caller } = locals
  const { language } = caller
  const record = await readPatientRecord(caller, params.patient)
  if (record === undefined) error(404, { message: 'Not found', code: 'PT-404-PATIENT' })
  const courses = isNotAllowed(record) ? record : await listCourses(caller, params.patient)
  if (isNotAllowed(record) || isNotAllowed(courses)) error(403, { message: 'Not allowed', code: 'PT-403-RECORD' })
  const hrefs = record.treatments.map(({ treatmentId }) => [
    treatmentId,
    pathTo(language, 'clinicTreatment', { treatment: treatmentId }),
  ])
  const examined = record.treatments.findLast(({ state }) => state.examination)?.state.examination
  return {
    record,
    language,
    treatmentHrefs: Object.fromEntries(hrefs) as Record<string, string>,
    courses: courses.map((course) => ({
      ...course,
      href: pathTo(language, 'clinicCourse', { course: course.courseId }),
    })),
    mayPlan: may(caller.actor, 'planCourse'),
    newCourseId: crypto.randomUUID(),
    indication: examined?.plan.indication ?? 'acne-scars',
  }
}

export const actions: Actions = {
  startCourse: async ({ locals, params, request }) => {
    const form = await request.formData()
    const indication = form.get('indication')
    if (!isTreatableIndication(indication)) return fail(400, { courseFault: true })
    const courseId = String(form.get('course') ?? '')
    const started = await startCourse(locals.caller, { courseId, patientId: params.patient, indication })
    if ('refusal' in started) return fail(isNotAllowed(started) ? 403 : 409, { courseFault: true })
    redirect(303, pathTo(locals.caller.language, 'clinicCourse', { course: courseId }))
  },
}
