import { checkInWords, severities } from '@pointille/protocol'
import type { Language } from '#platform/languages/languages.ts'
import { sayDay } from '#ui/forecast/say-day.ts'
import { countLevels, coursesOn } from '#ui/forecast/twenty-courses.ts'
import { mmText } from '#ui/skin-picture/say-skin.ts'
import { isDeep, type SkinPicture } from '#ui/skin-picture/skin-picture.ts'
import type { Exploration } from './explore.ts'
import { explorerWords } from './explorer-words.ts'

/** What a day of an explored treatment is, in sentences. */
export type SaidExploration = {
  under: readonly string[]
  visible: string
  redness: { counts: number[]; levels: readonly string[]; spoken: string; sentence: string }
  badlyKnown: readonly string[]
}

export function sayExploration(
  { redness, skins, warnings }: Exploration,
  day: number,
  language: Language,
): SaidExploration {
  const words = explorerWords[language]
  const skin = skins[day]!
  const levels = severities.map((severity) => checkInWords[language].rednessLevels[severity])
  const counts = countLevels(coursesOn(redness, day))
  const { p5, p95 } = skin.channelDepthMm
  const said =
    isDeep(skin) && !warnings.includes('needleLongerThanSkin')
      ? [...warnings, 'needleLongerThanSkin' as const]
      : warnings
  return {
    under: [
      words.defence[defenceOn(skins, day)],
      words.epidermis[epidermisOn(skin)],
      words.repair[repairOn(skins, day)],
    ],
    visible: words.skin[skinOnDay(day)],
    redness: {
      counts,
      levels,
      spoken: words.spoken(levels.map((level, at) => `${counts[at]} ${level}`).join(', ')),
      sentence: sayDay(redness, day, language).courses,
    },
    badlyKnown: [
      words.depth(mmText(p5, language), mmText(p95, language)),
      words.closedIn(skin.closedOf20),
      ...said.flatMap((code) => (code in words.warnings ? words.warnings[code as keyof typeof words.warnings] : [])),
    ],
  }
}

function defenceOn(skins: readonly SkinPicture[], day: number) {
  const busy = skins[day]!.inflammation.p50
  if (day === 0) return 'arriving'
  if (busy > 0.75) return 'most'
  return busy > 0.15 ? 'leaving' : 'gone'
}

function epidermisOn({ covered }: SkinPicture) {
  return covered >= 0.95 ? 'closed' : covered >= 0.05 ? 'closing' : 'open'
}

function repairOn(skins: readonly SkinPicture[], day: number) {
  const { newCells, newCollagen } = skins[day]!
  if (newCollagen.p50 > newCells.p50) return 'organising'
  if (newCells.p50 > 0.85) return 'laying'
  return newCells.p50 > 0.35 ? 'beginning' : 'waiting'
}

/** The words of the aftercare page: nobody's forecast. */
function skinOnDay(day: number) {
  if (day === 0) return 'first'
  return day <= 3 ? 'dry' : day <= 7 ? 'lessSensitive' : 'calm'
}
