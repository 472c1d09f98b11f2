import { getZone, millimetres } from '@pointille/protocol'
import type { Language } from '#platform/languages/languages.ts'
import type { ExaminationDraft } from './draft.ts'
import type { InvalidExamination } from './read-form.ts'
import { examinationWords } from './words.ts'

/** Where the form is to be corrected, and how, in words. */
export function explainRefusal(
  invalid: InvalidExamination,
  draft: ExaminationDraft,
  language: Language,
): { text: string; href: string } {
  const words = examinationWords[language].errors
  const index = Number(/^zones\.(\d+)/.exec(invalid.field)?.[1])
  const at = Number.isNaN(index) ? undefined : draft.zones[index]
  const zone = at ? getZone(at.zone).name[language] : ''
  const write = (mm: number | undefined) => (mm === undefined ? '' : millimetres(mm, language))
  switch (invalid.limit) {
    case 'one-to-six':
      return { text: words.phototype, href: '#phototype' }
    case 'one-to-twenty-zones':
      return { text: words.zones, href: '#zones' }
    case 'physical-depth':
    case 'two-decimals':
      return {
        text: words.physical(
          zone,
          write('lowMm' in invalid ? invalid.lowMm : 0.1) || write(0.1),
          write('highMm' in invalid ? invalid.highMm : 3) || write(3),
        ),
        href: `#depth-${at?.zone}`,
      }
    case 'published-depth-or-reason':
      return {
        text:
          invalid.highMm === undefined
            ? words.reasonUnpublished(zone)
            : words.reason(zone, write(Number(at?.depth)), write(invalid.highMm)),
        href: `#reason-${at?.zone}`,
      }
    case 'one-to-twenty-passes':
    case 'not-below-passes-low':
      return { text: words.passes, href: '#passesLow' }
    case 'one-to-five-rounds':
      return { text: words.rounds, href: '#rounds' }
    case 'sterile-gel-or-product-with-reason':
      return { text: words.glide, href: '#glideProduct' }
    default:
      return { text: words.other(invalid.field), href: '#examination' }
  }
}
