export { activesSafeFrom, activesWaitHours, activesWaitSourceIds } from './actives-safe-from.ts'
export { type AftercareLine, type AftercareSettings, listAftercare } from './aftercare.ts'
export { type AftercareRow, aftercareTable } from './aftercare-words.ts'
export { canonicalBytes, canonicalJson } from './canonical-json.ts'
export { type ChainedEvent, type ChainFault, type ChainResult, chainHash, verifyChain } from './chain.ts'
export {
  type CareLevel,
  type CheckIn,
  type CheckInDay,
  callTodayFlags,
  careLevel,
  checkInDays,
  emergencyFlags,
  type InvalidCheckIn,
  parseCheckIn,
  type RedFlag,
  redFlags,
  type Severity,
  severities,
} from './check-in.ts'
export { type CheckInWords, careHeading, checkInWords } from './check-in-words.ts'
export { checkPlan, type InvalidPlan, type PlanLimit } from './check-plan.ts'
export { type ConsentSection, type ConsentText, consentText, consentVersion, isConsentFor } from './consent.ts'
export { type ConsentSectionId, consentSectionIds } from './consent-words.ts'
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
export { type Instant, isInstant, minutesBetween } from './instant.ts'
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
export {
  getNumbingProduct,
  type NumbingClock,
  type NumbingProduct,
  type NumbingProductId,
  type NumbingWindow,
  numbingClock,
  numbingDose,
  numbingProductIds,
} from './numbing.ts'
export {
  defaultPasses,
  type Glide,
  type NeedlingDevice,
  needlingDevices,
  type Plan,
  type PlannedEndpoint,
  type PlannedZone,
  planHash,
  plannedEndpoints,
} from './plan.ts'
export { type PublishedDepth, physicalDepthMm, publishedDepth } from './plan-limits.ts'
export { planText } from './plan-text.ts'
export { applyPrpEvent, type PrpRefusal, replayTube } from './prp/apply-prp-event.ts'
export {
  type DiscardReason,
  discardReasons,
  type MismatchMoment,
  type PrpEvent,
  type PrpEventKind,
  type PrpStep,
  prpEventKinds,
  type SaidIdentity,
} from './prp/event.ts'
export { differingFields, type IdentityField, type PrpIdentity, splitAtDifference } from './prp/identity.ts'
export { mostPrints, type PrpLabel, parsePrpLabel, printPrpLabel } from './prp/label.ts'
export { parsePrpEvent } from './prp/parse-prp-event.ts'
export { prpHere } from './prp/prp-here.ts'
export { rcfG, rpmFor, spinLimits } from './prp/rotor.ts'
export { identityHoldsMinutes, minutesSinceDraw, plasmaLimitMinutes } from './prp/time-limit.ts'
export {
  countedSpin,
  emptyTube,
  isAccountedFor,
  possiblePrpEvents,
  runningSpin,
  type Spin,
  type Tube,
  type TubeStatus,
} from './prp/tube.ts'
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
export type { ScreeningWords } from './screening/screening-words.ts'
export { type Rule, type RuleId, strictest, type Verdict } from './screening/verdict.ts'
export { screeningWords, type VerdictWords, verdictWords } from './screening/words.ts'
export { applyEvent } from './treatment/apply-event.ts'
export { clockToleranceMinutes } from './treatment/clock.ts'
export {
  type EventBase,
  type EventKind,
  type EventOf,
  type EventPayloads,
  eventKinds,
  type GradedEndpoint,
  gradedEndpoints,
  type IdentityQuestion,
  identityQuestions,
  isZoneKind,
  type Phototype,
  type PlainKind,
  type Problem,
  phototypes,
  plainKinds,
  problems,
  type TreatmentEvent,
  type ZoneKind,
  zoneKinds,
} from './treatment/event.ts'
export { type InvalidEvent, parseEvent } from './treatment/parse-event.ts'
export { type Cause, type PossibleEvent, possibleEvents, whyNotNow } from './treatment/possible-events.ts'
export type { RefusalDetails, RefusalName, TreatmentRefusal } from './treatment/refusal.ts'
export { type ReplayRefusal, replay } from './treatment/replay.ts'
export {
  type AppliedPlasma,
  type Consent,
  type Examination,
  findActiveZone,
  findZone,
  type Numbing,
  type OpenedCartridge,
  type RoundRecord,
  startTreatment,
  type TreatmentPolicy,
  type TreatmentState,
  type ZoneProgress,
  type ZoneStatus,
} from './treatment/state.ts'
export { currentStep, type TreatmentStep, treatmentSteps } from './treatment/step.ts'
export { gs1CheckDigit, isGtin } from './udi/check-digit.ts'
export { type Gs1Element, groupSeparator, parseGs1 } from './udi/parse-gs1.ts'
export { parseUdi } from './udi/parse-udi.ts'
export { printGs1 } from './udi/print-gs1.ts'
export type { ReadingOptions, Udi, UdiFault, UdiRefusal } from './udi/udi.ts'
export { getZone, isZoneId, type Zone, type ZoneId, type ZoneSite, zoneIds, zones } from './zones.ts'
