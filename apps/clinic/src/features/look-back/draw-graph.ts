import { dayBounds, localTime, shortDate } from '#platform/languages/dates.ts'
import type { Language } from '#platform/languages/languages.ts'
import type { Answer } from './answer.ts'
import type { RowView } from './row-view.ts'

type Point = { x: number; y: number }
export type GraphMark = Point & {
  treatmentId: string
  name: string
  nameAt: Point
  anchor: 'start' | 'middle' | 'end'
  /** From the centre, or from the direct treatment beside it. */
  from: Point
  missing: boolean
  unknown: boolean
}
export type Graph = {
  size: number
  direct: GraphMark[]
  indirect: GraphMark[]
  twice: string[]
  ticks: { at: Point; to: Point; label: string; labelAt: Point }[]
  shown: number
  all: number
}

const size = 720
const centre = size / 2
const innerRadius = 190
const outerRadius = 272
/** More marks than these cannot carry names that are read. */
const mostMarks = 60

/** The table once more: the angle is time, clockwise from the top; direct on the inner ring, indirect on the outer one. */
export function drawGraph(answer: Answer, rows: readonly RowView[], language: Language): Graph {
  const { lookBack, timeZone, exposures } = answer
  const fromAt = dayBounds(lookBack.fromOn, timeZone).fromAt
  const toAt = dayBounds(lookBack.toOn, timeZone).toAt
  const atOf = new Map(exposures.map(({ treatmentId, at }) => [treatmentId, at]))
  const turn = (at: number) => (at - fromAt) / Math.max(1, toAt - fromAt)
  const byTime = rows.toSorted((a, b) => atOf.get(a.treatmentId)! - atOf.get(b.treatmentId)!)
  const inner = byTime.filter(({ certainty }) => certainty === 'direct').slice(0, mostMarks)
  const outer = byTime.filter(({ certainty }) => certainty !== 'direct').slice(0, mostMarks)
  const place = (list: readonly RowView[]) => spreadOut(list.map(({ treatmentId }) => turn(atOf.get(treatmentId)!)))
  const innerTurns = place(inner)
  const outerTurns = place(outer)
  const mark = (row: RowView, at: number, radius: number, from: Point): GraphMark => ({
    ...{ treatmentId: row.treatmentId, ...onRing(at, radius), name: shortName(answer, row.patientId), from },
    nameAt: onRing(at, radius + 16),
    anchor: Math.abs(Math.sin(2 * Math.PI * at)) < 0.25 ? 'middle' : at < 0.5 ? 'start' : 'end',
    missing: row.reach === 'none',
    unknown: row.certainty === 'unknown',
  })
  const direct = inner.map((row, n) => mark(row, innerTurns[n]!, innerRadius, onRing(innerTurns[n]!, 44)))
  const indirect = outer.map((row, n) => {
    const nearest = nearestTurn(innerTurns, outerTurns[n]!)
    return mark(
      row,
      outerTurns[n]!,
      outerRadius,
      nearest === undefined || row.certainty === 'unknown'
        ? onRing(outerTurns[n]!, outerRadius)
        : onRing(nearest, innerRadius),
    )
  })
  const names = new Map<string, number>()
  for (const { patientId } of inner) names.set(patientId, (names.get(patientId) ?? 0) + 1)
  const twice = [...names]
    .filter(([, count]) => count > 1)
    .map(([patientId]) => inner.find((row) => row.patientId === patientId)!.name)
  return {
    ...{ size, direct, indirect, twice, shown: inner.length + outer.length, all: rows.length },
    ticks: [0, 0.25, 0.5, 0.75].map((at) => ({
      ...{
        at: onRing(at, outerRadius - 6),
        to: onRing(at, outerRadius + 8),
        labelAt: onRing(at, outerRadius + (at % 0.5 === 0 ? 30 : 60)),
      },
      label: shortDate(localTime(fromAt + at * (toAt - fromAt), timeZone).on, language),
    })),
  }
}

const round = (value: number) => Math.round(value * 10) / 10

function onRing(at: number, radius: number): Point {
  const angle = 2 * Math.PI * at - Math.PI / 2
  return { x: round(centre + radius * Math.cos(angle)), y: round(centre + radius * Math.sin(angle)) }
}

/** Turns (0 to 1) pushed apart until names do not lie on one another, in the order of time and within the round. */
function spreadOut(turns: readonly number[]): number[] {
  const gap = Math.min(0.03, 0.98 / Math.max(1, turns.length))
  const placed: number[] = []
  for (const turn of turns) placed.push(Math.max(turn, (placed.at(-1) ?? -gap) + gap))
  const over = (placed.at(-1) ?? 0) - 0.985
  if (over > 0)
    for (let n = placed.length - 1, limit = 0.985; n >= 0; n--, limit -= gap) placed[n] = Math.min(placed[n]!, limit)
  return placed
}

function nearestTurn(turns: readonly number[], at: number): number | undefined {
  return turns.toSorted((a, b) => Math.abs(a - at) - Math.abs(b - at))[0]
}

function shortName({ people }: Answer, patientId: string): string {
  const { familyName, givenName } = people.get(patientId)!
  return `${familyName} ${givenName.charAt(0)}.`
}
