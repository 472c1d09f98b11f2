export { type KeptPostgres, type PostgresStart, startPostgres } from './postgres/durable.ts'
export { type RunningPostgres, startTemporaryPostgres } from './postgres/temporary.ts'
