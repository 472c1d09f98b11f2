export {
  type BookingDraft,
  type BookingStep,
  countSituations,
  draftMaxAgeMs,
  type LostWhy,
  missingStep,
  openDraft,
  screeningOf,
  type TypedDetails,
} from './booking-draft.ts'
export { listDetailsFaults, readDetailsForm } from './details-form.ts'
export { checkHealthForm, readHealthForm, typeHealth } from './health-form.ts'
export { type HeldView, type VisitView, viewVisit } from './held-view.ts'
export type { Confirmation, HeldVisit, Hold, PatientDetails } from './hold.ts'
export { default as CheckStep } from './pages/CheckStep.svelte'
export { default as DetailsStep } from './pages/DetailsStep.svelte'
export { default as DonePage } from './pages/DonePage.svelte'
export { default as HealthStep } from './pages/HealthStep.svelte'
export { default as ManagePage } from './pages/ManagePage.svelte'
export { default as MovePage } from './pages/MovePage.svelte'
export { default as NeedStep } from './pages/NeedStep.svelte'
export { default as TimeStepPage } from './pages/TimeStepPage.svelte'
export { default as UnknownLinkPage } from './pages/UnknownLinkPage.svelte'
export type { PickerAsk } from './picker-view.ts'
export type * from './refusals.ts'
export type { Service } from './service.ts'
export { mostSearchDays, type OfferedDay, type OfferedDays, type OfferedStart } from './start.ts'
export type { TimeStep } from './time-step.ts'
export type { ManagedVisit } from './visit.ts'
export { visitWords } from './words/visit-words.ts'
