import type { Site } from '@pointille/healing'
import { getZone, indicationNames, indications, isTreatableIndication, type ZoneId, zoneIds } from '@pointille/protocol'
import type { Language } from '#platform/languages/languages.ts'
import { siteOf } from './zone-site.ts'

/** What zones and indications are called, in the reader's language: sent with the page, so that no script carries both. */
export interface PlannerNames {
  /** In their order on the body. */
  readonly zones: readonly {
    readonly id: ZoneId
    readonly name: string
    readonly area: 'face' | 'body'
    readonly site: Site
  }[]
  /** Both sides of a pair: 'cheek' -> 'Joues'. */
  readonly pairs: Readonly<Record<string, string>>
  /** Those that can be treated. */
  readonly indications: readonly { readonly value: string; readonly label: string }[]
}

const bothSides: Readonly<Record<string, Record<Language, string>>> = {
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

export function listNames(language: Language): PlannerNames {
  return {
    zones: zoneIds.map((id) => {
      const { name, area } = getZone(id)
      return { id, name: name[language], area, site: siteOf(id) }
    }),
    pairs: Object.fromEntries(Object.entries(bothSides).map(([pair, name]) => [pair, name[language]])),
    indications: indications
      .filter(isTreatableIndication)
      .map((value) => ({ value, label: indicationNames[language][value] })),
  }
}
