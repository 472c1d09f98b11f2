export { canonicalBytes, canonicalJson } from './canonical-json.ts'
export { type ChainedEvent, type ChainFault, type ChainResult, chainHash, verifyChain } from './chain.ts'
export {
  type Contraindication,
  type ContraindicationId,
  getContraindication,
  getSetting,
  isContraindicationId,
  listContraindications,
  listSettings,
  type Setting,
  type SettingId,
} from './evidence.ts'
export {
  type Indication,
  indicationNames,
  indications,
  isIndication,
  isTreatableIndication,
  type TreatableIndication,
} from './indications.ts'
export {
  coolingOffDays,
  coolingOffEndsOn,
  getJurisdiction,
  isJurisdictionCode,
  type Jurisdiction,
  type JurisdictionCode,
  type JurisdictionRule,
  jurisdictionCodes,
  type RuleSource,
} from './jurisdictions.ts'
export { type Bilingual, type Language, languages, longDate, millimetres } from './language.ts'
export { addDays, ageOn, birthdayOn, isLocalDate, type LocalDate, lastDayOfMonth } from './local-date.ts'
export { decide, listVerdicts, quoteVerdict } from './screening/decide.ts'
export { mayBook, type VerdictForbids } from './screening/may-book.ts'
export { type InvalidScreening, parseScreening, type ScreeningLimit } from './screening/parse-screening.ts'
export {
  answersFromQuestions,
  askedOnSite,
  type Question,
  type QuestionId,
  questionIds,
  questions,
  type SelectedQuestion,
} from './screening/questions.ts'
export { type Answer, type Answers, listAnswers, type Screening } from './screening/screening.ts'
export { type Rule, type RuleId, strictest, type Verdict } from './screening/verdict.ts'
export { type ScreeningWords, screeningWords, type VerdictWords, verdictWords } from './screening/words.ts'
