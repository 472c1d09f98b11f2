export { type AcneScarStudy, acneScarStudies, meanImprovementByPeople } from './evidence/acne-scar-studies.ts'
export { type EvidenceGrade, evidenceGrades, getEvidenceGrade } from './evidence/grades.ts'
export { findSource, type Source } from './evidence/sources.ts'
export { PHASES, type Phase, PICTURE_DAYS, phaseActivity } from './phase-activity.ts'
