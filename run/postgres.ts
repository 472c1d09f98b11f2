export { type RunningPostgres, startTemporaryPostgres } from './postgres/temporary.ts'
