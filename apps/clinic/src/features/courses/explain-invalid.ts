import type { Language } from '#platform/languages/languages.ts'
import { mmText } from '#ui/skin-picture/say-skin.ts'
import type { InvalidCourse } from './check-course-plan.ts'
import { type CourseDraft, numberOf } from './course-draft.ts'
import { pairOf } from './course-plan.ts'
import { groupZones, nameGroup } from './planner/zone-groups.ts'
import { listNames } from './planner-names.ts'
import { courseWords } from './server-words.ts'

/** Where the form is to be corrected, and how, in words. */
export function explainInvalid(
  invalid: InvalidCourse,
  draft: CourseDraft,
  language: Language,
): { text: string; href: string } {
  const words = courseWords[language].errors
  const index = Number(/^zones\.(\d+)/.exec(invalid.field)?.[1])
  const zone = Number.isNaN(index) ? undefined : draft.zones[index]
  const pair = zone ? pairOf(zone.zone) : ''
  const group = groupZones(draft.zones.map((one) => one.zone)).find((one) => one.pair === pair)
  const name = group ? nameGroup(group, listNames(language)) : ''
  switch (invalid.limit) {
    case 'one-to-twenty-zones':
      return { text: words.zones, href: '#zones' }
    case 'physical-depth':
    case 'two-decimals':
      return { text: words.physical(name), href: `#depth-${pair}` }
    case 'published-depth-or-reason':
      return {
        text:
          invalid.highMm === undefined
            ? words.reasonUnpublished(name)
            : words.reason(name, mmText(numberOf(zone?.depth ?? ''), language), mmText(invalid.highMm, language)),
        href: `#reason-${pair}`,
      }
    case 'doctor-of-this-clinic':
      return { text: words.decider, href: '#decidedBy' }
    case 'one-to-twenty-passes':
      return { text: words.passes, href: '#passes' }
    case 'interval-within':
      return { text: words.interval, href: '#intervalDays' }
    case 'one-to-twelve-treatments':
      return { text: words.count, href: '#count' }
    case 'real-date':
      return invalid.field === 'wishedBeforeOn'
        ? { text: words.wishedBefore, href: '#wishedBeforeOn' }
        : { text: words.firstOn, href: '#firstOn' }
    default:
      return { text: words.other(invalid.field), href: '#plan' }
  }
}
