import type { Site } from '@pointille/healing'
import { getZone, type ZoneId } from '@pointille/protocol'
import { pairOf } from './course-plan.ts'

/** The skin of a zone: the model names places of the body more finely than the plan's rules do, but for the back. */
export function siteOf(zone: ZoneId): Site {
  const { site } = getZone(zone)
  return site === 'body' ? (pairOf(zone).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) as Site) : site
}
