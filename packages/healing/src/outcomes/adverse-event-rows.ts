import type { SkinArea } from '../dose/site.ts'
import type { CsvRow } from '../evidence/csv.ts'
import { whyNotNeedling } from '../evidence/not-needling.ts'
import { parsePhototypes } from '../evidence/phototypes.ts'
import { middleOf, readNumber } from '../evidence/reading.ts'
import { isSameStudy, type Study, studyOf } from '../evidence/study.ts'

/** Kinds of events that some needled series counts with its people. */
export const EVENT_KINDS = {
  pigmentation: /pigment|dyschromia|\bpih\b/,
  infection: /infection/,
  tramTracks: /tram/,
  acneFlare: /acne/,
  scaling: /desquam|scaling/,
  serious: /^serious/,
  lasting: /persist/,
  significant: /^significant/,
} as const
export type EventKind = keyof typeof EVENT_KINDS

/** One series that counted one kind of event, with what bears on its risk. */
export interface EventCount {
  readonly id: string
  readonly kind: EventKind
  readonly events: number
  readonly people: number
  /** Middle and half-width of the printed phototypes; undefined = not printed. */
  readonly phototype: { readonly middle: number; readonly half: number } | undefined
  readonly area: SkinArea
  /** undefined = not printed. */
  readonly intervalDays: number | undefined
}

/** A case report has no denominator. */
export const FEWEST_PEOPLE = 10
const COMPARATOR = /comparator|fractional co2|laser side/
const BODY = /striae|abdomen|thigh|buttock|body/

/** Every count of needled people in `adverse-events.csv` and in the remarks of `outcomes.csv`, each study and kind once. */
export function eventCounts(adverseEvents: readonly CsvRow[], outcomes: readonly CsvRow[]): EventCount[] {
  const found: (EventCount & { study: Study })[] = []
  const keep = (count: EventCount, study: Study) => {
    if (
      count.people < FEWEST_PEOPLE ||
      found.some((other) => other.kind === count.kind && isSameStudy(other.study, study))
    )
      return
    found.push({ ...count, study })
  }
  for (const row of adverseEvents) {
    const [events, people] = [readNumber(row.n), readNumber(row.N)]
    const text = `${row.event} ${row.study}`.toLowerCase()
    const kind = kindOf(row.event?.toLowerCase() ?? '')
    if (!kind || !events || !people || COMPARATOR.test(row.event?.toLowerCase() ?? '')) continue
    keep(
      {
        ...contextOf(row, kind, text),
        events: middleOf(events),
        people: middleOf(people),
        intervalDays: intervalIn(text),
      },
      studyOf(row),
    )
  }
  for (const row of outcomes) {
    const why = whyNotNeedling(row)?.code
    if (why === 'comparator' || why === 'pooled') continue
    for (const { kind, events, people } of countsIn(row.adverse_events ?? '', readNumber(row.n)?.low)) {
      const interval = readNumber(row.interval_days)
      const context = contextOf(row, kind, `${row.indication} ${row.arm}`.toLowerCase())
      keep({ ...context, events, people, intervalDays: interval && middleOf(interval) }, studyOf(row))
    }
  }
  return found.map(({ study: _, ...count }) => count)
}

function kindOf(event: string): EventKind | undefined {
  return (Object.keys(EVENT_KINDS) as EventKind[]).find((kind) => EVENT_KINDS[kind].test(event))
}

function contextOf(row: CsvRow, kind: EventKind, text: string): Pick<EventCount, 'id' | 'kind' | 'phototype' | 'area'> {
  return {
    id: row.id ?? '',
    kind,
    phototype: parsePhototypes(row.phototypes ?? ''),
    area: BODY.test(text) ? 'body' : 'face',
  }
}

/** `PIH 7 (21.9%)`, `PIH 1 of 27`, `PIH 0`, `skin infection 1 (3.1%)`; a bare percentage is no count. */
function countsIn(text: string, people: number | undefined) {
  const found = [...text.matchAll(/\b(PIH|infection) (\d+)(?![\d.]*\s*%)(?: of (\d+))?/gi)]
  return found.flatMap(([, name, events, of]) => {
    const among = of ? Number(of) : people
    const kind: EventKind = /pih/i.test(name ?? '') ? 'pigmentation' : 'infection'
    return among === undefined ? [] : [{ kind, events: Number(events), people: among }]
  })
}

function intervalIn(text: string): number | undefined {
  if (/weekly/.test(text)) return 7
  if (/monthly/.test(text)) return 30
  const apart = /(\d+) days apart/.exec(text)
  return apart ? Number(apart[1]) : undefined
}
