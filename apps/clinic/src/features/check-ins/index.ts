export { dateOfDay, dayAfter } from './day-after.ts'
export { type RedFlagAction, redFlagActions } from './red-flag-actions.ts'
