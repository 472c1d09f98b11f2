import { type ContraindicationId, getContraindication } from '../evidence.ts'
import { coolingOffEndsOn, getJurisdiction, type Jurisdiction, type JurisdictionCode } from '../jurisdictions.ts'
import { addDays, ageOn, birthdayOn, type LocalDate } from '../local-date.ts'
import { type Answer, listAnswers, type Screening } from './screening.ts'
import { strictest, type Verdict } from './verdict.ts'

interface DecisionContext {
  todayOn: LocalDate
  jurisdiction: JurisdictionCode
}

/** The booking decision for these answers on this day. The stricter rule wins; see `Verdict` for what binds when several hold. */
export function decide(screening: Screening, context: DecisionContext): Verdict {
  return strictest(listVerdicts(screening, context))
}

/** Every rule that holds, each as its own verdict, for the practitioner who reviews the answers. Empty = nothing holds. */
export function listVerdicts(screening: Screening, { todayOn, jurisdiction }: DecisionContext): Verdict[] {
  return [
    ageVerdict(screening.birthDate, todayOn, getJurisdiction(jurisdiction)),
    ...listAnswers(screening.answers).map(({ id, answer }) => conditionVerdict(id, answer, todayOn)),
    wishVerdict(screening),
  ].filter((verdict) => verdict.kind !== 'allow')
}

/** The delay between a quote and its treatment, as a verdict for the treatment (never for a consultation). */
export function quoteVerdict(
  jurisdiction: Jurisdiction,
  quote: { quotedOn: LocalDate; quoteEuros: number; configuredDays?: number },
  { todayOn }: { todayOn: LocalDate },
): Verdict {
  const untilOn = coolingOffEndsOn(jurisdiction, quote)
  if (todayOn >= untilOn) return { kind: 'allow' }
  const sourceIds = jurisdiction.sources.coolingOff.sourceIds
  return { kind: 'deferUntil', untilOn, rule: { id: 'QUOTE-DELAY', sourceIds, expiresOn: untilOn } }
}

function ageVerdict(birthDate: LocalDate, todayOn: LocalDate, jurisdiction: Jurisdiction): Verdict {
  const { onlineFrom, withoutReviewFrom } = jurisdiction.ages
  const sourceIds = jurisdiction.sources.ages.sourceIds
  const age = ageOn(birthDate, todayOn)
  if (age < onlineFrom) {
    return { kind: 'refuse', rule: { id: 'AGE-18', sourceIds, expiresOn: birthdayOn(birthDate, onlineFrom) } }
  }
  if (age < withoutReviewFrom) {
    const expiresOn = birthdayOn(birthDate, withoutReviewFrom)
    return { kind: 'needsClinician', rule: { id: 'AGE-22', sourceIds, expiresOn } }
  }
  return { kind: 'allow' }
}

function wishVerdict({ indication }: Screening): Verdict {
  if (indication !== 'unsure') return { kind: 'allow' }
  return { kind: 'needsClinician', rule: { id: 'UNSURE', sourceIds: ['SET'] } }
}

/** The two rows on oral isotretinoin disagree (6 months, or no delay), so inside the longer one a doctor decides. */
const ISOTRETINOIN: readonly ContraindicationId[] = ['CI30', 'CI31']
const ISOTRETINOIN_DAYS = getContraindication('CI30').washoutDays ?? 180

function conditionVerdict(id: ContraindicationId, answer: Answer, todayOn: LocalDate): Verdict {
  const { kind, washoutDays } = getContraindication(id)
  const lastOn = answer === true ? todayOn : answer
  if (ISOTRETINOIN.includes(id)) {
    const expiresOn = addDays(lastOn, ISOTRETINOIN_DAYS)
    if (todayOn >= expiresOn) return { kind: 'allow' }
    return { kind: 'needsClinician', rule: { id, sourceIds: [...ISOTRETINOIN, 'V-70', 'V-71'], expiresOn } }
  }
  if (washoutDays !== undefined) {
    const untilOn = addDays(lastOn, washoutDays)
    if (todayOn >= untilOn) return { kind: 'allow' }
    return { kind: 'deferUntil', untilOn, rule: { id, sourceIds: [id], expiresOn: untilOn } }
  }
  return { kind: kind === 'absolute' ? 'refuse' : 'needsClinician', rule: { id, sourceIds: [id] } }
}
