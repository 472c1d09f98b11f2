export { default as Runner } from './runner/Runner.svelte'
export { runnerWords } from './runner/words.ts'
export type { PatientFacts, RecordedEvent, TreatmentView } from './treatment-view.ts'
