import { isZoneId } from '@pointille/protocol'
import type { CourseDraft } from './course-draft.ts'
import { pairOf } from './course-plan.ts'

/** The draft that a form sends. Depths are named by pair, so that both cheeks are typed once. */
export function readDraft(form: FormData): CourseDraft {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  return {
    indication: text('indication'),
    device: text('device'),
    zones: form
      .getAll('zone')
      .filter(isZoneId)
      .map((zone) => {
        const depth = `depth-${pairOf(zone)}`
        // Without a script a zone that was just ticked has no depth field yet.
        return { zone, depth: form.has(depth) ? text(depth) : '0.5', reason: text(`reason-${pairOf(zone)}`) }
      }),
    passes: text('passes'),
    intervalDays: text('intervalDays'),
    count: text('count'),
    firstOn: text('firstOn'),
    prp: form.get('prp') !== null,
    wishedBeforeOn: text('wishedBeforeOn'),
    decidedBy: text('decidedBy'),
  }
}
