import { allZonesDone, findUncleanedZone, type TreatmentState } from './state.ts'

/** The twelve steps of the runner, in order. */
export const treatmentSteps = [
  'identity',
  'examination',
  'consent',
  'numbing',
  'numbingRemoval',
  'disinfection',
  'cartridge',
  'zones',
  'petrolatum',
  'sharps',
  'creamPlan',
  'seal',
] as const

export type TreatmentStep = (typeof treatmentSteps)[number]

/** The step that waits: the first thing that is not done. After a stop, the first thing still due before the seal. */
export function currentStep(state: TreatmentState): TreatmentStep | 'sealed' {
  if (state.sealedAt !== undefined) return 'sealed'
  return (state.stopped === undefined ? beforeClosing(state) : afterStop(state)) ?? closing(state)
}

function beforeClosing(state: TreatmentState): TreatmentStep | undefined {
  if (!state.identityConfirmed) return 'identity'
  if (state.examination === undefined) return 'examination'
  if (allZonesDone(state)) return undefined
  if (state.consent === undefined) return 'consent'
  if (state.numbing.status === 'undecided') return 'numbing'
  if (state.numbing.status === 'on') return 'numbingRemoval'
  if (!state.disinfected) return 'disinfection'
  return state.cartridges.length === 0 ? 'cartridge' : 'zones'
}

function afterStop(state: TreatmentState): TreatmentStep | undefined {
  return findUncleanedZone(state) === undefined ? undefined : 'zones'
}

function closing(state: TreatmentState): TreatmentStep {
  if (state.numbing.status === 'on') return 'numbingRemoval'
  const needled = state.lastNeedlingAt !== undefined
  if (needled && state.petrolatum === undefined && state.stopped === undefined) return 'petrolatum'
  if (state.cartridges.length > 0 && state.sharpsCounted === undefined) return 'sharps'
  return needled && state.activesSafeFromAt === undefined ? 'creamPlan' : 'seal'
}
