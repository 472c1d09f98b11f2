export { answerRedFlag, type RedFlagRefused, readRedFlagCount, readRedFlags } from './answer-red-flag.server.ts'
export { type FollowedTreatment, readOwnTreatments } from './read-own-space.server.ts'
export { type CheckInRefused, type SentCheckIn, sendCheckIn } from './send-check-in.server.ts'
