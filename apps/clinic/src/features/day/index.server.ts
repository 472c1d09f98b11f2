export { hearChanges } from './hear-changes.server.ts'
export { readDay } from './read-day.server.ts'
export { type ArrivalRefused, registerArrival } from './register-arrival.server.ts'
export { type NoShowRefused, registerNoShow } from './register-no-show.server.ts'
