import { error, fail, redirect } from '@sveltejs/kit'
import {
  applyPlasma,
  type BenchRefusal,
  checkLabel,
  discardTube,
  fillSyringe,
  matchPerson,
  readTubePage,
  recordTubeStep,
  reprintLabel,
  type StepDone,
  sayRefusal,
  startSpin,
} from '#features/prp/index.server.ts'
import { isNotAllowed } from '#features/records/index.server.ts'
import type { Language } from '#platform/languages/languages.ts'
import { pathTo } from '#routes.ts'
import type { Actions, PageServerLoad } from './$types'

const asks = ['discard', 'match', 'spin'] as const

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { caller } = locals
  const view = await readTubePage(caller, params.tube)
  if (view === undefined) error(404, { message: 'Not found', code: 'PT-404-TUBE' })
  if (isNotAllowed(view)) error(403, { message: 'Not allowed', code: 'PT-403-RECORD' })
  return {
    view,
    language: caller.language,
    asked: asks.find((ask) => ask === url.searchParams.get('ask')),
    links: {
      bench: pathTo(caller.language, 'clinicPrp'),
      here: pathTo(caller.language, 'clinicPrpTube', params),
      label: pathTo(caller.language, 'clinicPrpLabel', params),
      treatment: pathTo(caller.language, 'clinicTreatment', { treatment: view.treatmentId }),
    },
  }
}

type Field = (name: string) => string
type Step = (caller: App.Locals['caller'], tubeId: string, field: Field) => Promise<StepDone | BenchRefusal>

/** A form of the tube's page: one use case, then the page of the tube that it concerns, which is another one's after a wrong scan. */
const step =
  (work: Step): Actions[string] =>
  async ({ locals, params, request }) => {
    const { caller } = locals
    const form = await request.formData()
    const answer = await work(caller, params.tube, (name) => String(form.get(name) ?? ''))
    if ('refusal' in answer) return refused(answer, caller.language)
    redirect(303, pathTo(caller.language, 'clinicPrpTube', { tube: answer.tubeId }))
  }

export const actions: Actions = {
  check: step((caller, tube, field) => checkLabel(caller, tube, field('code'))),
  reprint: step(async (caller, tube) => {
    const answer = await reprintLabel(caller, tube)
    return 'refusal' in answer ? answer : { done: true, tubeId: tube }
  }),
  spin: step((caller, tube, field) =>
    startSpin(caller, tube, { placeId: field('place'), rpm: Number(field('rpm')), minutes: Number(field('minutes')) }),
  ),
  spun: step((caller, tube) => recordTubeStep(caller, tube, 'spinEnded')),
  match: step((caller, tube, field) => {
    const said = { familyName: field('familyName'), givenName: field('givenName'), birthOn: field('birthOn') }
    return matchPerson(caller, tube, said.familyName === '' ? { treatmentId: field('treatment') } : { said })
  }),
  fill: step((caller, tube, field) => fillSyringe(caller, tube, field('code'))),
  apply: step((caller, tube, field) => applyPlasma(caller, tube, field('code'))),
  remains: step((caller, tube) => recordTubeStep(caller, tube, 'remainsDiscarded')),
  discard: step((caller, tube, field) => discardTube(caller, tube, { reason: field('reason'), note: field('note') })),
  call: step((caller, tube) => recordTubeStep(caller, tube, 'colleagueCalled')),
}

function refused(refusal: BenchRefusal, language: Language) {
  if (refusal.refusal === 'NoPrpHere' || refusal.refusal === 'NoSuchTube')
    error(404, { message: 'Not found', code: 'PT-404-TUBE' })
  return fail(refusal.refusal === 'NotAllowed' ? 403 : 409, { error: sayRefusal(refusal, language) })
}
