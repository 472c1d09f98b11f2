import type { Forecast } from '@pointille/healing'
import type { Language } from '#platform/languages/languages.ts'
import { mmText } from '#ui/skin-picture/say-skin.ts'
import { type CourseDraft, numberOf } from '../course-draft.ts'
import { type CoursePlan, intervalLimits } from '../course-plan.ts'
import type { CourseView } from '../course-view.ts'
import type { PlannerNames } from '../planner-names.ts'
import type { PublishedDepths } from '../published-depths.ts'
import type { SkinsBySite } from '../skins-by-site.ts'
import { plannerWords } from './words.ts'
import { groupZones, nameGroup, type ZoneGroup } from './zone-groups.ts'

/** Something to know before saving: what is set, and why to look twice. */
export interface Caution {
  readonly title: string
  readonly text: string
  /** The pair of zones whose depth it is about. */
  readonly pair?: string
}

type Asked = {
  draft: CourseDraft
  plan: CoursePlan
  view: CourseView
  names: PlannerNames
  published: PublishedDepths
  skins: SkinsBySite
  warnings: Forecast['warnings']
  language: Language
  write: (on: string) => string
}

/** Everything to be said of a draft: depth against the published range and the skin, interval, dates, the model's own warnings. */
export function listCautions(asked: Asked): Caution[] {
  const { draft, plan, view, warnings, language, write } = asked
  const words = plannerWords[language]
  const cautions = groupZones(draft.zones.map(({ zone }) => zone)).flatMap((group) => depthCaution(group, asked) ?? [])
  if (plan.intervalDays < intervalLimits.warnBelow)
    cautions.push({ title: words.shortInterval(plan.intervalDays), text: words.shortIntervalWhy })
  const late = plan.wishedBeforeOn === undefined ? -1 : plan.treatmentsOn.findIndex((on) => on >= plan.wishedBeforeOn!)
  if (late >= view.done.length)
    cautions.push({ title: '', text: words.tooLate(late + 1, write(plan.treatmentsOn[late]!)) })
  if (view.phototype === undefined) cautions.push({ title: '', text: words.noPhototype })
  const told: Readonly<Partial<Record<string, string>>> = words.warnings
  const codes = new Set(
    warnings
      .filter(({ treatment }) => treatment === undefined || treatment >= view.done.length)
      .map(({ code }) => code),
  )
  for (const code of codes) if (told[code]) cautions.push({ title: '', text: told[code] })
  return cautions
}

/** What needs a decision comes before what the skin says. */
function depthCaution(group: ZoneGroup, { draft, names, skins, published, language }: Asked): Caution | undefined {
  const words = plannerWords[language]
  const { zone, depth } = draft.zones.find((one) => one.zone === group.zones[0])!
  const depthMm = numberOf(depth)
  if (!(depthMm > 0)) return undefined
  const name = nameGroup(group, names)
  const text = mmText(depthMm, language)
  const highMm = highestPublished(group, draft, published)
  if (highMm === null) return { title: '', text: words.unpublished(name), pair: group.pair }
  if (highMm !== undefined && depthMm > highMm)
    return { title: '', text: words.abovePublished(name, text, mmText(highMm, language)), pair: group.pair }
  const skinMm =
    skins[names.zones.find(({ id }) => id === zone)?.site ?? 'face']?.at(-1)?.toMm ?? Number.POSITIVE_INFINITY
  if (depthMm <= 0.9 * skinMm) return undefined
  const why = depthMm > skinMm ? words.thickerThan : words.nearThickness
  return { title: words.setTo(name, text), text: why(mmText(skinMm, language)), pair: group.pair }
}

/** The lowest of the group's published limits; null where one of them has none, undefined for an unknown indication. */
export function highestPublished(
  { zones }: ZoneGroup,
  { indication }: Pick<CourseDraft, 'indication'>,
  published: PublishedDepths,
): number | null | undefined {
  const known = published[indication as keyof PublishedDepths]
  if (!known) return undefined
  const limits = zones.map((zone) => known[zone])
  return limits.some((limit) => limit === null) ? null : Math.min(...limits.map(Number))
}

/** Whether a depth of the group needs somebody to decide it. */
export function needsDecision(group: ZoneGroup, draft: CourseDraft, published: PublishedDepths): boolean {
  const depthMm = numberOf(draft.zones.find(({ zone }) => zone === group.zones[0])?.depth ?? '')
  const highMm = highestPublished(group, draft, published)
  return highMm === null || (highMm !== undefined && depthMm > highMm)
}
