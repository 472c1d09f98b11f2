export { CALIBRATION_NUMBERS } from './calibration/calibration-numbers.ts'
export { printPosterior } from './calibration/print-posterior.ts'
export {
  basisOf,
  type Calibration,
  type CalibrationOptions,
  readEvidence,
  reducedRun,
  runCalibration,
} from './calibration/run-calibration.ts'
export { CHANNEL_PARAMETERS } from './cascade/channel-parameters.ts'
export { INFLAMMATION_PARAMETERS } from './cascade/inflammation-parameters.ts'
export { MATRIX_PARAMETERS } from './cascade/matrix-parameters.ts'
export type { Parameter, ParameterUse } from './cascade/parameter.ts'
export { PARAMETERS, type ParameterDraw, placeOf, priorMedian } from './cascade/parameters.ts'
export {
  type LearntParameter,
  learntParameters,
  POSTERIOR_SIZE,
  posteriorDraw,
  SHIPPED_POSTERIOR,
} from './cascade/posterior.ts'
export { REDNESS_PARAMETERS } from './cascade/redness-parameters.ts'
export { REPAIR_PARAMETERS } from './cascade/repair-parameters.ts'
export {
  type CascadeCourse,
  type CascadeDose,
  type CascadeTrajectory,
  makeCourseSolver,
  STATE_NAMES,
  solveCourse,
} from './cascade/solve-course.ts'
export { layersAt, type SkinProfile, skinAt } from './dose/anatomy.ts'
export { NEEDLING_DEVICES, type NeedlingDevice, type NeedlingTreatment } from './dose/device.ts'
export { type DoseDraw, drawDose, MEDIAN_DOSE_DRAW, quantityAt } from './dose/dose-draw.ts'
export { DOSE_NUMBERS, type DoseNumber, type DoseQuantity } from './dose/dose-numbers.ts'
export type { DoseWarning } from './dose/dose-warnings.ts'
export { type DoseFigure, type DoseQuantiles, type DoubtfulDose, doseWithDoubt } from './dose/dose-with-doubt.ts'
export { type NeedlingDose, needlingDose } from './dose/needling-dose.ts'
export { countOverlaps, type PlacedHoles } from './dose/overlap.ts'
export { PROCEDURE_NOTES } from './dose/procedure-notes.ts'
export { PUNCTURE_DEFAULTS, type PunctureOptions, type Punctures, simulatePunctures } from './dose/punctures.ts'
export { areaOf, isSite, type Site, type SkinArea, sites } from './dose/site.ts'
export type { SkinLayer, SkinLayers, SkinMethod } from './dose/skin-layers.ts'
export { makeStencils, type Stencils } from './dose/stencils.ts'
export { cascadeToSbml, courseToSbml } from './equations/sbml/course-to-sbml.ts'
export { type AcneScarStudy, acneScarStudies, meanImprovementByPeople } from './evidence/acne-scar-studies.ts'
export { CsvFault } from './evidence/csv.ts'
export { type EvidenceGrade, evidenceGrades, getEvidenceGrade } from './evidence/grades.ts'
export { findSource, type Source } from './evidence/sources.ts'
export {
  COURSE_INDICATIONS,
  COURSE_LIMITS,
  type Course,
  type CourseIndication,
  type CoursePrp,
  type CourseTreatment,
  PHOTOTYPES,
  type Phototype,
  parseCourse,
} from './forecast/course.ts'
export type { CourseFault } from './forecast/course-reader.ts'
export { valueOn } from './forecast/days.ts'
export {
  type ExpectedDay,
  type ExpectedReport,
  expectedBand,
  isOutside,
  placeInBand,
} from './forecast/expected-band.ts'
export { DEFAULT_COURSES, DEFAULT_SEED, type ForecastRun, forecast, startForecast } from './forecast/forecast.ts'
export { READING_NUMBERS, REPORT_NUMBERS } from './forecast/forecast-numbers.ts'
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
export {
  type AskingPort,
  type AskOptions,
  askForecasts,
  type ForecastPort,
  type ForecastReply,
  type ForecastRequest,
  serveForecasts,
} from './forecast/forecast-worker.ts'
export { parseObservations } from './forecast/observations.ts'
export { OUTPUT_NAMES, OUTPUT_UNITS, type OutputName, type Tag } from './forecast/outputs.ts'
export { type AdverseEventRate, adverseEventRates } from './outcomes/adverse-events.ts'
export { evidenceFor, type IndicationEvidence } from './outcomes/indication-evidence.ts'
export { OUTCOME_NUMBERS } from './outcomes/outcome-numbers.ts'
export { PHASES, type Phase, PICTURE_DAYS, phaseActivity } from './phase-activity.ts'
export type { Quantity } from './quantity.ts'
export { makeRandom, type Random } from './random.ts'
export { type DenseRates, denseSystem } from './solver/dense-lu.ts'
export { type Integrator, integrate, makeIntegrator } from './solver/integrate.ts'
export { SolverFault, type SolverFaultReason } from './solver/solver-fault.ts'
export type { Jump, Problem, StiffSystem, Trajectory } from './solver/stiff-system.ts'
export type { ArmPrediction } from './validation/predict-arm.ts'
export type { ArmsSummary } from './validation/summarise-arms.ts'
export { type ArmsReport, type Skipped, validateArms } from './validation/validate-arms.ts'
export { type KineticPrediction, type KineticsReport, validateKinetics } from './validation/validate-kinetics.ts'
