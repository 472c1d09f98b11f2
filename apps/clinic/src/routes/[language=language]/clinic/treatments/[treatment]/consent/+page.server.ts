import { consentText, longDate, millimetres } from '@pointille/protocol'
import { error, fail, redirect } from '@sveltejs/kit'
import { isNotAllowed } from '#features/records/index.server.ts'
import {
  fourGroups,
  readTreatment,
  recordStep,
  signConsent,
  wallClock,
  zoneName,
} from '#features/treatments/index.server.ts'
import { localTime } from '#platform/languages/dates.ts'
import { isLanguage } from '#platform/languages/languages.ts'
import { pathTo } from '#routes.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { caller } = locals
  const view = await readTreatment(caller, params.treatment)
  if (view === undefined) error(404, { message: 'Not found', code: 'PT-404-TREATMENT' })
  if (isNotAllowed(view)) error(403, { message: 'Not allowed', code: 'PT-403-RECORD' })
  const { state, patient, timeZone } = view
  const overview = pathTo(caller.language, 'clinicTreatment', params)
  if (!state.examination) redirect(303, overview)
  const { plan, planHash } = state.examination
  const asked = url.searchParams.get('text') ?? undefined
  const signed = view.events.findLast(({ event }) => event.kind === 'consentSigned')?.event
  // What is signed is shown in the language in which it was signed.
  const language = isLanguage(asked) ? asked : (state.consent?.language ?? patient.language)
  const here = pathTo(caller.language, 'clinicConsent', params)
  const name = `${patient.givenName} ${patient.familyName}`
  return {
    text: consentText(plan, language),
    step: state.consent
      ? ('signed' as const)
      : url.searchParams.get('step') === 'sign'
        ? ('sign' as const)
        : ('read' as const),
    patientName: name,
    birthDate: longDate(patient.birthOn, language),
    ended: state.consentVoid,
    planHash,
    planFingerprint: fourGroups(planHash),
    zones: plan.zones.map(({ zone }) => zoneName(zone, language)).join(', '),
    depth: millimetres(Math.max(...plan.zones.map(({ depthMm }) => depthMm)), language),
    witnessName: view.me.name,
    signed:
      state.consent && signed
        ? {
            signatureName: state.consent.signatureName,
            date: longDate(localTime(Date.parse(signed.at), timeZone).on, language),
            time: wallClock(signed.at, timeZone),
            version: state.consent.textVersion,
            mayWithdraw: view.sealedAt === undefined,
          }
        : undefined,
    links: {
      fr: `${here}?text=fr`,
      en: `${here}?text=en`,
      read: `${here}?text=${language}`,
      sign: `${here}?text=${language}&step=sign`,
      leave: overview,
      goOn: pathTo(caller.language, 'clinicRun', params),
    },
  }
}

export const actions: Actions = {
  sign: async ({ locals, params, request }) => {
    const form = await request.formData()
    const text = (name: string) => String(form.get(name) ?? '')
    const signature = {
      language: text('language') === 'en' ? ('en' as const) : ('fr' as const),
      planHash: text('planHash'),
      textHash: text('textHash'),
      signatureName: text('signatureName'),
      hasRead: text('hasRead') === 'yes',
      answers: form.getAll('answer').map(String),
    }
    const answer = await signConsent(locals.caller, params.treatment, signature)
    if ('refusal' in answer) {
      const { signatureName, hasRead, answers } = signature
      return fail(answer.refusal === 'NotAllowed' ? 403 : 409, {
        refusal: answer.refusal,
        signatureName,
        hasRead,
        answers,
      })
    }
    redirect(303, pathTo(locals.caller.language, 'clinicConsent', params))
  },
  withdraw: async ({ locals, params }) => {
    const answer = await recordStep(locals.caller, params.treatment, { kind: 'consentWithdrawn' })
    if ('refusal' in answer)
      return fail(409, { refusal: answer.refusal, signatureName: '', hasRead: false, answers: [] })
    redirect(303, pathTo(locals.caller.language, 'clinicConsent', params))
  },
}
