export { listOutbox, type OutboxLetter } from './list-outbox.server.ts'
export { startWorker } from './start-worker.server.ts'
