import { error, fail } from '@sveltejs/kit'
import { explainSaving, readCourse, readDraft, readPlannerPage, saveDraft } from '#features/courses/index.server.ts'
import type { SaveAnswer } from '#features/courses/index.ts'
import { isNotAllowed } from '#features/records/index.server.ts'
import { pathTo } from '#routes.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { caller } = locals
  const { language } = caller
  const view = await readCourse(caller, params.course)
  if (view === undefined) error(404, { message: 'Not found', code: 'PT-404-COURSE' })
  if (isNotAllowed(view)) error(403, { message: 'Not allowed', code: 'PT-403-RECORD' })
  const recordHref = pathTo(language, 'clinicPatient', { patient: view.patientId })
  return { view, language, recordHref, ...readPlannerPage(view, url.searchParams, language) }
}

export const actions: Actions = {
  save: async ({ locals, params, request }) => {
    const { caller } = locals
    const form = await request.formData()
    const draft = readDraft(form)
    // In a conflict: the fields for which the stored version was chosen.
    const taken = new Set(
      [...form].flatMap(([name, value]) => (name.startsWith('keep-') && value === 'stored' ? [name.slice(5)] : [])),
    )
    const saved = await saveDraft(caller, {
      courseId: params.course,
      baseVersion: Number(form.get('version')),
      draft,
      taken,
    })
    if (isNotAllowed(saved)) error(403, { message: 'Not allowed', code: 'PT-403-RECORD' })
    if ('version' in saved) return { draft: saved.draft, saved: true } satisfies SaveAnswer
    const { status, answer } = explainSaving(saved, caller.language)
    return fail<SaveAnswer>(status, answer)
  },
}
