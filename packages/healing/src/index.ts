export { areaOf, isSite, type Site, type SkinArea, sites } from './dose/site.ts'
export { type AcneScarStudy, acneScarStudies, meanImprovementByPeople } from './evidence/acne-scar-studies.ts'
export { type EvidenceGrade, evidenceGrades, getEvidenceGrade } from './evidence/grades.ts'
export { findSource, type Source } from './evidence/sources.ts'
export {
  COURSE_INDICATIONS,
  COURSE_LIMITS,
  type Course,
  type CourseIndication,
  type CoursePrp,
  type CourseTreatment,
  DEVICES,
  type Device,
  PHOTOTYPES,
  type Phototype,
  parseCourse,
} from './forecast/course.ts'
export type { CourseFault } from './forecast/course-reader.ts'
export {
  type ExpectedDay,
  type ExpectedReport,
  expectedBand,
  isOutside,
  placeInBand,
} from './forecast/expected-band.ts'
export { DEFAULT_COURSES, DEFAULT_SEED, forecast, startForecast } from './forecast/forecast.ts'
export type {
  Band,
  Forecast,
  ForecastOptions,
  Observation,
  Quantiles,
  TreatmentDates,
  TreatmentDose,
  Warning,
} from './forecast/forecast-shape.ts'
export { OUTPUT_NAMES, OUTPUT_UNITS, type OutputName, type Tag } from './forecast/outputs.ts'
export { PHASES, type Phase, PICTURE_DAYS, phaseActivity } from './phase-activity.ts'
