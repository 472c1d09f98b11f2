export { answerRedFlag, type RedFlagRefused } from './answer-red-flag.server.ts'
export type { ForecastAnswer } from './expected-day.ts'
export { type ForecastRecord, readForecastRecord } from './read-forecast-record.server.ts'
export { type Help, readHelp } from './read-help.server.ts'
export { type AccessLine, readOwnAccessLog } from './read-own-access-log.server.ts'
export {
  type ComingAppointment,
  type FollowedTreatment,
  type OwnDay,
  type OwnSpace,
  readOwnDay,
  readOwnSpace,
} from './read-own-space.server.ts'
export { type OpenRedFlag, readRedFlagCount, readRedFlags } from './read-red-flags.server.ts'
export type { RedFlagAction } from './red-flag-actions.ts'
export { type CheckInRefused, type SentCheckIn, sendCheckIn } from './send-check-in.server.ts'
