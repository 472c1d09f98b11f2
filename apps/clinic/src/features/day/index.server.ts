export { readDay } from './read-day.server.ts'
export { type ArrivalRefused, registerArrival } from './register-arrival.server.ts'
