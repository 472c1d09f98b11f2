export { type AcneScarStudy, acneScarStudies, meanImprovementByPeople } from './acne-scar-studies.ts'
export { type EvidenceGrade, evidenceGrades, getEvidenceGrade } from './grades.ts'
export { PHASES, type Phase, PICTURE_DAYS, phaseActivity } from './phase-activity.ts'
export { findSource, type Source } from './sources.ts'
