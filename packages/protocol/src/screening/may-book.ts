import type { LocalDate } from '../local-date.ts'
import type { Rule, Verdict } from './verdict.ts'

export interface VerdictForbids {
  refusal: 'VerdictForbids'
  verdict: Verdict
  /** The rule that forbids this very booking. */
  rule: Rule
}

/**
 * The one binding gate of search, booking, check-in and needling: may this service start on this day under this verdict?
 * refuse = nothing; deferUntil = nothing before its date; needsClinician = a consultation only, and not before `notBeforeOn`.
 */
export function mayBook(
  verdict: Verdict,
  { service, startOn }: { service: 'consultation' | 'treatment'; startOn: LocalDate },
): true | VerdictForbids {
  const forbid = (rule: Rule): VerdictForbids => ({ refusal: 'VerdictForbids', verdict, rule })
  switch (verdict.kind) {
    case 'allow':
      return true
    case 'deferUntil':
      return startOn >= verdict.untilOn ? true : forbid(verdict.rule)
    case 'needsClinician':
      if (service !== 'consultation') return forbid(verdict.rule)
      if (verdict.notBeforeOn !== undefined && startOn < verdict.notBeforeOn) {
        return forbid(verdict.notBeforeRule ?? verdict.rule)
      }
      return true
    case 'refuse':
      return forbid(verdict.rule)
  }
}
