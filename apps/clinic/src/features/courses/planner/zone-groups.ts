import { getZone, type ZoneId } from '@pointille/protocol'
import type { Language } from '#platform/languages/languages.ts'
import { pairOf } from '../course-plan.ts'

/** Zones that are set together: one zone, or the left and the right of one name. */
export interface ZoneGroup {
  readonly pair: string
  readonly zones: readonly ZoneId[]
}

const bothSides: Readonly<Record<string, { fr: string; en: string }>> = {
  temple: { fr: 'Tempes', en: 'Temples' },
  'crows-feet': { fr: 'Pattes d’oie', en: 'Crow’s feet' },
  cheekbone: { fr: 'Pommettes', en: 'Cheekbones' },
  cheek: { fr: 'Joues', en: 'Cheeks' },
  jaw: { fr: 'Mâchoire', en: 'Jaw' },
  breast: { fr: 'Seins', en: 'Breasts' },
  shoulder: { fr: 'Épaules', en: 'Shoulders' },
  'upper-arm': { fr: 'Bras', en: 'Upper arms' },
  forearm: { fr: 'Avant-bras', en: 'Forearms' },
  hand: { fr: 'Dos des mains', en: 'Backs of the hands' },
  flank: { fr: 'Flancs', en: 'Flanks' },
  hip: { fr: 'Hanches', en: 'Hips' },
  buttock: { fr: 'Fesses', en: 'Buttocks' },
  thigh: { fr: 'Cuisses', en: 'Thighs' },
  knee: { fr: 'Genoux', en: 'Knees' },
  calf: { fr: 'Mollets', en: 'Calves' },
}

/** Zones gathered by pair, in the order in which they were chosen. */
export function groupZones(zones: readonly ZoneId[]): ZoneGroup[] {
  const groups = new Map<string, ZoneId[]>()
  for (const zone of zones) groups.set(pairOf(zone), [...(groups.get(pairOf(zone)) ?? []), zone])
  return [...groups].map(([pair, own]) => ({ pair, zones: own }))
}

/** 'Joues' of both sides, 'Joue gauche' of one. */
export function nameGroup({ pair, zones }: ZoneGroup, language: Language): string {
  const both = zones.length > 1 ? bothSides[pair] : undefined
  return both ? both[language] : getZone(zones[0]!).name[language]
}

/** 'joues' in the middle of a sentence. */
export function nameGroupWithin(group: ZoneGroup, language: Language): string {
  const name = nameGroup(group, language)
  return name.charAt(0).toLocaleLowerCase(language) + name.slice(1)
}
