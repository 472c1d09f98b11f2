import type { CourseDraft } from './course-draft.ts'
import { pairOf } from './course-plan.ts'

/** One field of a plan, as text: `depth-cheek`, `intervalDays`, `zones`. */
export interface FieldDifference {
  readonly field: string
  readonly mine: string
  readonly stored: string
}

type Fields = ReadonlyMap<string, string>

/** A draft as fields that can be compared and chosen one by one. */
function fieldsOf(draft: CourseDraft): Fields {
  const pairs = new Map<string, { depth: string; reason: string }>()
  for (const { zone, depth, reason } of draft.zones) pairs.set(pairOf(zone), { depth: depth.replace(',', '.'), reason })
  return new Map([
    ['indication', draft.indication],
    ['zones', draft.zones.map(({ zone }) => zone).join(' ')],
    ...[...pairs].flatMap(([pair, { depth, reason }]): [string, string][] => [
      [`depth-${pair}`, String(Number(depth))],
      [`reason-${pair}`, reason],
    ]),
    ...(['device', 'passes', 'intervalDays', 'count', 'firstOn', 'wishedBeforeOn'] as const).map(
      (name): [string, string] => [name, draft[name]],
    ),
    ['prp', draft.prp ? 'yes' : ''],
  ])
}

/** Where two drafts of one course differ. Depths of a zone that only one of them has come with the zones. */
export function compareDrafts(mine: CourseDraft, stored: CourseDraft): FieldDifference[] {
  const [own, other] = [fieldsOf(mine), fieldsOf(stored)]
  return [...own].flatMap(([field, value]) => {
    const there = other.get(field)
    return there === undefined || there === value ? [] : [{ field, mine: value, stored: there }]
  })
}

/** The draft with the named fields taken from what is stored. */
export function takeStored(mine: CourseDraft, stored: CourseDraft, fields: ReadonlySet<string>): CourseDraft {
  const kept = { ...mine }
  for (const name of ['indication', 'device', 'passes', 'intervalDays', 'count', 'firstOn', 'wishedBeforeOn'] as const)
    if (fields.has(name)) kept[name] = stored[name]
  if (fields.has('prp')) kept.prp = stored.prp
  const base = fields.has('zones') ? stored.zones : mine.zones
  kept.zones = base.map(({ zone }) => {
    const pair = pairOf(zone)
    const own = mine.zones.find((one) => pairOf(one.zone) === pair)
    const other = stored.zones.find((one) => pairOf(one.zone) === pair)
    const pick = (field: string) => (fields.has(field) || !own ? (other ?? own) : own)!
    return { zone, depth: pick(`depth-${pair}`).depth, reason: pick(`reason-${pair}`).reason }
  })
  if ([...fields].some((field) => field.startsWith('reason-'))) kept.decidedBy = stored.decidedBy
  return kept
}
