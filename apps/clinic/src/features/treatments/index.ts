export type { ExaminationDraft } from './examination/draft.ts'
export type { Failed } from './overview/failed.ts'
export type { OverviewView } from './overview/overview-view.ts'
export type { PatientRecord } from './record/patient-record.ts'
export type { PatientFacts, RecordedEvent, TreatmentView } from './treatment-view.ts'

// The pages are fetched each for itself: the record does not carry the runner. Nothing else stands here, for whatever a
// door names is loaded with it.
export const loadRunner = async () => (await import('./runner/Runner.svelte')).default
export const loadUnderWayPage = async () => (await import('./overview/UnderWayPage.svelte')).default
export const loadSealedPage = async () => (await import('./overview/SealedPage.svelte')).default
export const loadRecord = async () => (await import('./record/RecordPage.svelte')).default
