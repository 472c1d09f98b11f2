import { type Exploration, explore } from './explore.ts'
import type { ExploredTreatment } from './explored-treatment.ts'

/** The controls have some three hundred settings; half of them may stay. */
const mostKept = 150
const kept = new Map<string, Exploration>()

/** As `explore`, for a server that many readers ask the same: it is arithmetic and never goes stale. */
export function exploreKept({ needleMm, passes, prp }: ExploredTreatment): Exploration {
  const key = `${needleMm} ${passes} ${prp}`
  const exploration = kept.get(key) ?? explore({ needleMm, passes, prp })
  // Asked again = last to go.
  kept.delete(key)
  kept.set(key, exploration)
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!)
  return exploration
}
