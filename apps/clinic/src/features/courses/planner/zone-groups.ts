import type { ZoneId } from '@pointille/protocol'
import type { Language } from '#platform/languages/languages.ts'
import { pairOf } from '../course-plan.ts'
import type { PlannerNames } from '../planner-names.ts'

/** Zones that are set together: one zone, or the left and the right of one name. */
export interface ZoneGroup {
  readonly pair: string
  readonly zones: readonly ZoneId[]
}

/** Zones gathered by pair, in the order in which they were chosen. */
export function groupZones(zones: readonly ZoneId[]): ZoneGroup[] {
  const groups = new Map<string, ZoneId[]>()
  for (const zone of zones) groups.set(pairOf(zone), [...(groups.get(pairOf(zone)) ?? []), zone])
  return [...groups].map(([pair, own]) => ({ pair, zones: own }))
}

/** 'Joues' of both sides, 'Joue gauche' of one. */
export function nameGroup({ pair, zones }: ZoneGroup, names: PlannerNames): string {
  const both = zones.length > 1 ? names.pairs[pair] : undefined
  return both ?? names.zones.find(({ id }) => id === zones[0])?.name ?? pair
}

/** 'joues' in the middle of a sentence. */
export function nameGroupWithin(group: ZoneGroup, names: PlannerNames, language: Language): string {
  const name = nameGroup(group, names)
  return name.charAt(0).toLocaleLowerCase(language) + name.slice(1)
}
