import { isZoneId } from '@pointille/protocol'
import type { Language } from '#platform/languages/languages.ts'
import type { CourseDraft } from './course-draft.ts'
import { planOf } from './course-draft.ts'
import { questionOf } from './course-input.ts'
import type { CourseView } from './course-view.ts'
import { forecastOnce } from './first-forecast.server.ts'
import type { FirstForecast } from './first-forecast.ts'
import { viewDay, viewSlice } from './forecast-view.ts'
import { canForecast } from './planner/can-forecast.ts'
import { listNames, type PlannerNames } from './planner-names.ts'
import { readPlannerQuery } from './planner-query.ts'
import { listPublishedDepths, type PublishedDepths } from './published-depths.ts'
import { listSkins, type SkinsBySite } from './skins-by-site.ts'
import { siteOf } from './zone-site.ts'

/**
 * What the server draws for an address: the forecast of the plan as it is stored, or as it was just typed when it can be
 * forecast. Small enough to travel with the page and be drawn there again.
 */
export function readPlannerPage(
  view: CourseView,
  query: URLSearchParams,
  language: Language,
  typed?: CourseDraft,
): { names: PlannerNames; published: PublishedDepths; skins: SkinsBySite; first: FirstForecast } {
  const wish =
    typed &&
    planOf(
      typed,
      view.done.map(({ on }) => on),
      view.open,
    )
  const plan = wish && canForecast(wish) ? wish : view.plan
  const asked = query.get('zone')
  const zone = plan.zones.find((one) => isZoneId(asked) && one.zone === asked) ?? plan.zones[0]!
  const question = questionOf(plan, zone, siteOf(zone.zone), view)
  const treatments = question.course.treatments.length
  // The weeks after the last treatment that is over, or those that will follow the first.
  const usualTreatment = Math.max(0, Math.min(view.done.length, treatments) - 1)
  const { choice, mode } = readPlannerQuery(query, { treatments, usualTreatment })
  const forecast = forecastOnce(question)
  const skins = listSkins(view.ageYears)
  return {
    names: listNames(language),
    published: listPublishedDepths(),
    skins,
    first: {
      slice: viewSlice(forecast, question, choice),
      ofDay: viewDay(forecast, question, skins[question.course.site]!, choice),
      choice,
      mode,
      zone: zone.zone,
      numbers: question.numbers,
      reports: question.observations.length,
      weight: { effective: Math.round(forecast.effectiveCourses), of: forecast.courses },
      warnings: forecast.warnings,
    },
  }
}
