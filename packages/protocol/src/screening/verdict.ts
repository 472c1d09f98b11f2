import type { ContraindicationId } from '../evidence.ts'
import type { LocalDate } from '../local-date.ts'

/** What decided: a row of the contraindication table, the age, an open wish, or the delay after the quote. */
export type RuleId = ContraindicationId | 'AGE-18' | 'AGE-22' | 'UNSURE' | 'QUOTE-DELAY'

export interface Rule {
  id: RuleId
  sourceIds: readonly string[]
  /** The first day on which this rule no longer applies; undefined = it does not end by itself. */
  expiresOn?: LocalDate
}

/**
 * The booking decision. `allow` permits booking only: needling also needs the practitioner's examination.
 *
 * `refuse`: nothing online. `deferUntil`: nothing before `untilOn`. `needsClinician`: a consultation only. When a delay and a
 * clinician's review both hold, both bind: the verdict is `needsClinician` with `notBeforeOn`, and even the consultation waits
 * until then (`notBeforeRule` says why).
 */
export type Verdict =
  | { kind: 'allow' }
  | { kind: 'deferUntil'; untilOn: LocalDate; rule: Rule }
  | { kind: 'needsClinician'; rule: Rule; notBeforeOn?: LocalDate; notBeforeRule?: Rule }
  | { kind: 'refuse'; rule: Rule }

/** Joins verdicts that hold at once (health answers, quote delay) into the one that keeps all they forbid. */
export function strictest(verdicts: readonly Verdict[]): Verdict {
  const refused = verdicts.filter((verdict) => verdict.kind === 'refuse')
  const reviewed = verdicts.filter((verdict) => verdict.kind === 'needsClinician')
  const refusal = longestLasting(refused.map((verdict) => verdict.rule))
  if (refusal !== undefined) return { kind: 'refuse', rule: refusal }
  const delay = latestDelay(verdicts)
  const review = longestLasting(reviewed.map((verdict) => verdict.rule))
  if (review !== undefined) {
    const wait = delay === undefined ? {} : { notBeforeOn: delay.untilOn, notBeforeRule: delay.rule }
    return { kind: 'needsClinician', rule: review, ...wait }
  }
  return delay === undefined ? { kind: 'allow' } : { kind: 'deferUntil', ...delay }
}

/** Of the rules that bind, the one shown: that which lasts longest, the first named on a tie. */
function longestLasting(rules: readonly Rule[]): Rule | undefined {
  return rules.reduce<Rule | undefined>(
    (kept, rule) => (kept === undefined || endOf(rule) > endOf(kept) ? rule : kept),
    undefined,
  )
}

const NEVER = '9999-12-31'

function endOf(rule: Rule): LocalDate {
  return rule.expiresOn ?? NEVER
}

function latestDelay(verdicts: readonly Verdict[]): { untilOn: LocalDate; rule: Rule } | undefined {
  let latest: { untilOn: LocalDate; rule: Rule } | undefined
  for (const verdict of verdicts) {
    const delay = delayOf(verdict)
    if (delay !== undefined && (latest === undefined || delay.untilOn > latest.untilOn)) latest = delay
  }
  return latest
}

function delayOf(verdict: Verdict): { untilOn: LocalDate; rule: Rule } | undefined {
  if (verdict.kind === 'deferUntil') return { untilOn: verdict.untilOn, rule: verdict.rule }
  if (verdict.kind === 'needsClinician' && verdict.notBeforeOn !== undefined) {
    return { untilOn: verdict.notBeforeOn, rule: verdict.notBeforeRule ?? verdict.rule }
  }
  return undefined
}
