import type { LostWhy } from './booking-draft.ts'
import type { PickerView } from './picker-view.ts'
import type { Service } from './service.ts'
import type { VerdictView } from './verdict-view.ts'

/** A start as the summary names it. */
export type ChosenView = { startAt: number; on: string; when: string; time: string; who: string }

export type LostView = ChosenView & { why: LostWhy; isFreeAgain: boolean }

/** Everything that step 3 shows. Without an offer nothing can be chosen, and the verdict says why. */
export type TimeStep = {
  verdict: VerdictView
  offer:
    | {
        services: readonly Service[]
        service: Service
        practitionerId: string | undefined
        picker: PickerView
        chosen: ChosenView | undefined
        lost: LostView | undefined
      }
    | undefined
}
