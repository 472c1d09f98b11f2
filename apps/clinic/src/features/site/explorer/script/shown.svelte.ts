import type { Language } from '#platform/languages/languages.ts'
import type { Exploration } from '../explore.ts'

/** What the explorer's two pictures show; changing it draws them again. */
export type Shown = { language: Language; exploration: Exploration; day: number }

export function makeShown({ language, exploration, day }: Shown): Shown {
  let drawn = $state.raw(exploration)
  let on = $state(day)
  return {
    language,
    get exploration() {
      return drawn
    },
    set exploration(next) {
      drawn = next
    },
    get day() {
      return on
    },
    set day(next) {
      on = next
    },
  }
}
