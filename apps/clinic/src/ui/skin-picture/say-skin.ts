import type { Language } from '#platform/languages/languages.ts'
import type { SkinPicture } from './skin-picture.ts'
import { type SkinView, sliceMm, wholeSkin } from './skin-view.ts'
import { skinWords } from './words.ts'

/** '1,50' · '1.50'. */
export function mmText(mm: number, language: Language): string {
  const digits = mm.toFixed(2)
  return language === 'fr' ? digits.replace('.', ',') : digits
}

/** What the picture shows, for those who do not see it: channels, epidermis, dermis. */
export function describeSkin(picture: SkinPicture, language: Language): string {
  const words = skinWords[language]
  return [
    words.said(picture.day),
    words.closed(picture.closedOf20),
    words.epidermis[coverOf(picture)],
    words.dermis[stateOf(picture)],
  ].join(' ')
}

/** How thick a slice is drawn, with how many holes, and how the skin's thickness was measured. */
export function explainScale(picture: SkinPicture, language: Language, view: SkinView = wholeSkin): string {
  const words = skinWords[language]
  const mm = String(sliceMm(picture, view))
  const slice = words.slice(language === 'fr' ? mm.replace('.', ',') : mm, picture.holesPerCm2)
  return `${slice} ${words.method(words.methods[picture.layers.at(-1)!.method])}`
}

/** The lines under the picture: the set depth, how deep the needles may have come, how many courses are closed. */
export function explainSkin(picture: SkinPicture, language: Language): string {
  const words = skinWords[language]
  const { p5, p95 } = picture.channelDepthMm
  return [
    words.setDepth(mmText(picture.setDepthMm, language)),
    words.reached(mmText(p5, language), mmText(p95, language)),
    words.closed(picture.closedOf20),
  ].join(' ')
}

function coverOf({ covered }: SkinPicture): 'closed' | 'closing' | 'open' {
  return covered >= 0.95 ? 'closed' : covered >= 0.2 ? 'closing' : 'open'
}

function stateOf({
  inflammation,
  newCells,
  newCollagen,
}: SkinPicture): 'inflamed' | 'repairing' | 'remodelling' | 'calm' {
  if (inflammation.p50 >= 0.5 || inflammation.p50 > newCells.p50) return 'inflamed'
  if (newCells.p50 >= 0.25) return 'repairing'
  return newCollagen.p50 >= 0.05 ? 'remodelling' : 'calm'
}
