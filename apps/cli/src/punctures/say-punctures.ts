import type { Punctures } from '@pointille/healing'
import { doseWords } from '../dose/words.ts'
import { fill, type Language, number } from '../forecast/words.ts'

const LABEL_WIDTH = 32
/** A dot of the depth histogram is this share of the holes. */
const DOT_SHARE = 0.01

/** A simulation in words: density and cover beside the closed form, overlap, neighbours, how deep. */
export function sayPunctures(punctures: Punctures, atDepthMm: number, language: Language): string[] {
  const say = doseWords[language]
  const { closedForm, neighbours, overlap, reaching } = punctures
  const percent = (share: number, digits = 1) => `${number(100 * share, digits, language)} %`
  const line = (label: string, value: string) => `  ${label.padEnd(LABEL_WIDTH)}${value}`
  const beside = (value: string, closed: string) => `${value}  (${fill(say.closedForm, { value: closed })})`
  const mm = (value: number) => number(value, 2, language)
  const covered = atDepthMm > 0 ? fill(say.coveredAt, { depth: mm(atDepthMm) }) : say.covered
  const times = [...overlap.slice(0, 4), overlap.slice(4).reduce((sum, share) => sum + share, 0)]
  return [
    line(say.count, String(punctures.holes)),
    line(
      say.density,
      beside(
        `${number(punctures.holesPerCm2, 1, language)} ${say.perCm2}`,
        number(closedForm.holesPerCm2, 1, language),
      ),
    ),
    line(covered, beside(percent(punctures.coverage, 2), percent(closedForm.coverage, 2))),
    ...times.flatMap((share, at) => (share > 0 ? [line(`  ${say.times[at]}`, percent(share, 3))] : [])),
    ...(neighbours
      ? [
          line(
            say.nearest,
            fill(say.nearestSays, {
              mean: mm(neighbours.meanMm),
              low: mm(neighbours.p5Mm),
              high: mm(neighbours.p95Mm),
            }),
          ),
          line(say.regularity, fill(say.regularitySays, { value: mm(neighbours.regularity) })),
        ]
      : []),
    '',
    `  ${say.depths}`,
    ...sayDepths(punctures, language),
    `  ${fill(say.reaching, {
      dermis: percent(reaching.papillaryDermis),
      deep: percent(reaching.reticularDermis),
      through: percent(reaching.belowSkin),
    })}`,
  ]
}

/** One line a step of depth, one dot a hundredth of the holes; steps before the first and after the last hole are left out. */
function sayDepths({ depths: { stepMm, shares } }: Punctures, language: Language): string[] {
  const first = shares.findIndex((share) => share > 0)
  const last = shares.findLastIndex((share) => share > 0)
  if (first < 0) return []
  return shares.slice(first, last + 1).map((share, at) => {
    const from = number((first + at) * stepMm, 2, language)
    const to = number((first + at + 1) * stepMm, 2, language)
    return `    ${from}–${to} mm  ${'●'.repeat(Math.round(share / DOT_SHARE))}`.trimEnd()
  })
}
