import { addHours, type Instant } from './instant.ts'

/** Hours without retinol, vitamin A, acids and vitamin C. Water loss is still raised at 48 h, pores close at 58 to 63 h. */
export const activesWaitHours = 72

/** V-: procedure.md section 10; K: kinetics table. A doctor must confirm. */
export const activesWaitSourceIds = ['V-47', 'V-49', 'K0015', 'K0016', 'K0017'] as const

/** The earliest moment for vitamin A, acids and vitamin C. The model's cautious barrier date may be later: the later one counts. */
export function activesSafeFrom(lastNeedlingAt: Instant): Instant {
  return addHours(lastNeedlingAt, activesWaitHours)
}
