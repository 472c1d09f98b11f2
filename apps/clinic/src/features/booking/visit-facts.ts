import type { Language } from '#platform/languages/languages.ts'
import type { VisitView } from './held-view.ts'
import { timeWords } from './words/time-words.ts'

/** When, what, with whom, where and for how much, in that order; what is not known is left out. */
export function listVisitFacts(visit: VisitView, language: Language): { name: string; value: string }[] {
  const words = timeWords[language]
  const facts = [
    { name: words.when, value: visit.when },
    { name: words.what, value: visit.what },
    { name: words.who, value: visit.who },
    { name: words.where, value: visit.where },
    { name: words.price, value: visit.price },
  ]
  return facts.filter(({ value }) => value !== '')
}
