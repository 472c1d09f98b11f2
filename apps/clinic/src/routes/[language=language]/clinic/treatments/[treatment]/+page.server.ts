import { identityQuestions } from '@pointille/protocol'
import { error, fail, redirect } from '@sveltejs/kit'
import { isNotAllowed } from '#features/records/index.server.ts'
import {
  examine,
  explainRefusal,
  overviewWords,
  readDraft,
  readTreatment,
  recordStep,
  type StepAnswer,
  verifyTreatment,
  viewOverview,
} from '#features/treatments/index.server.ts'
import type { Failed } from '#features/treatments/index.ts'
import { ageOn, localTime } from '#platform/languages/dates.ts'
import type { Language } from '#platform/languages/languages.ts'
import { pathTo } from '#routes.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const { caller } = locals
  const { language } = caller
  const view = await readTreatment(caller, params.treatment)
  if (view === undefined) error(404, { message: 'Not found', code: 'PT-404-TREATMENT' })
  if (isNotAllowed(view)) error(403, { message: 'Not allowed', code: 'PT-403-RECORD' })
  const chain = view.sealedAt === undefined ? undefined : await verifyTreatment(caller, params.treatment)
  return {
    view: viewOverview(view, language),
    language,
    ageYears: ageOn(view.patient.birthOn, localTime(caller.nowAt, view.timeZone).on),
    chain: chain === undefined || 'refusal' in chain ? undefined : chain,
    links: {
      consent: pathTo(language, 'clinicConsent', params),
      run: pathTo(language, 'clinicRun', params),
      record: pathTo(language, 'clinicPatient', { patient: view.patient.patientId }),
      export: `/${language}/clinic/treatments/${encodeURIComponent(params.treatment)}/events`,
    },
  }
}

export const actions: Actions = {
  identify: async ({ locals, params, request }) => {
    const asked = (await request.formData()).getAll('checked')
    const [first, second, ...more] = identityQuestions.filter((question) => asked.includes(question))
    if (!first || !second || more.length > 0) return fail<Failed>(400, { identityError: true })
    const answer = await recordStep(locals.caller, params.treatment, {
      kind: 'identityConfirmed',
      checked: [first, second],
    })
    return settle(answer, locals.caller.language, params.treatment)
  },
  examine: async ({ locals, params, request }) => {
    const { caller } = locals
    const draft = readDraft(await request.formData())
    const answer = await examine(caller, params.treatment, draft)
    if ('refusal' in answer && answer.refusal === 'InvalidPlan')
      return fail<Failed>(400, { draft, draftError: explainRefusal(answer, draft, caller.language) })
    return settle(answer, caller.language, params.treatment, { draft })
  },
  amend: async ({ locals, params, request }) => {
    const form = await request.formData()
    const note = String(form.get('note') ?? '').trim()
    if (note === '') return fail<Failed>(400, { amendmentMissing: true })
    const correctsSeq = Number(form.get('correctsSeq'))
    const answer = await recordStep(locals.caller, params.treatment, { kind: 'amended', note, correctsSeq })
    return settle(answer, locals.caller.language, params.treatment)
  },
}

/** Back to the page as it now stands, or the refusal in words; what was typed is kept. */
function settle(answer: StepAnswer, language: Language, treatment: string, kept: Failed = {}) {
  if (!('refusal' in answer)) redirect(303, pathTo(language, 'clinicTreatment', { treatment }))
  const sentences: Record<string, string> = overviewWords[language].refused
  return fail<Failed>(answer.refusal === 'NotAllowed' ? 403 : 409, {
    ...kept,
    error: sentences[answer.refusal] ?? sentences.other!,
  })
}
