import { consentText } from '@pointille/protocol'
import type { Caller } from '#features/access/index.server.ts'
import { isNotAllowed, type NotAllowed } from '#features/records/index.server.ts'
import { readTreatment } from './read-treatment.server.ts'
import { recordStep, type StepAnswer } from './record-step.server.ts'

export type Signature = {
  language: 'fr' | 'en'
  /** What the reader had before their eyes: the plan's hash and the text's, as the page showed them. */
  planHash: string
  textHash: string
  signatureName: string
  hasRead: boolean
  answers: readonly string[]
}

export type SigningRefused = { refusal: 'NotRead' | 'NameMissing' | 'PlanChanged' }

/**
 * The patient signs the text that they read, before a witness of the team: bound to the text's version, its language and
 * hash, and the plan's hash. A plan that changed meanwhile is another text, and refuses.
 */
export async function signConsent(
  caller: Caller,
  treatmentId: string,
  signature: Signature,
): Promise<StepAnswer | SigningRefused> {
  if (!signature.hasRead) return { refusal: 'NotRead' }
  if (signature.signatureName.trim().length < 2) return { refusal: 'NameMissing' }
  const treatment = await readTreatment(caller, treatmentId)
  if (treatment === undefined) return { refusal: 'NoSuchTreatment' }
  if (isNotAllowed(treatment)) return treatment satisfies NotAllowed
  const { examination } = treatment.state
  if (!examination || examination.planHash !== signature.planHash) return { refusal: 'PlanChanged' }
  const text = consentText(examination.plan, signature.language)
  if (text.textHash !== signature.textHash) return { refusal: 'PlanChanged' }
  const answers = signature.answers.map((answer) => answer.trim()).filter((answer) => answer !== '')
  return recordStep(caller, treatmentId, {
    kind: 'consentSigned',
    textVersion: text.version,
    language: text.language,
    planHash: examination.planHash,
    textHash: text.textHash,
    signatureName: signature.signatureName.trim(),
    witness: treatment.me.memberId,
    ...(answers.length === 0 ? {} : { answers }),
  })
}
