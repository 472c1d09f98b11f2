import {
  getZone,
  millimetres,
  type PlannedZone,
  type TreatmentState,
  type ZoneId,
  type ZoneProgress,
} from '@pointille/protocol'
import type { Language } from '#platform/languages/languages.ts'
import type { DotStateName } from '#ui/dots/DotState.svelte'

/** 'joue gauche': a zone inside a sentence. */
export function zoneName(zone: ZoneId, language: Language): string {
  const name = getZone(zone).name[language]
  return name.charAt(0).toLocaleLowerCase(language) + name.slice(1)
}

/** What the plan says of a zone; throws for a zone that no plan names, which the treatment's state excludes. */
export function getPlanned(state: TreatmentState, zone: ZoneId): PlannedZone {
  const planned = state.examination?.plan.zones.find((one) => one.zone === zone)
  if (!planned) throw new Error(`zone ${zone} is in no plan`)
  return planned
}

export function dotOf(status: ZoneProgress['status']): DotStateName {
  if (status === 'finished') return 'done'
  if (status === 'skipped') return 'refused'
  return status === 'toDo' ? 'ahead' : 'now'
}

/** '1,50 mm' without its unit: '1,50'. */
export function depthNumber(mm: number, language: Language): string {
  return millimetres(mm, language).replace(/\u00a0mm$/, '')
}
