export { startWorker } from './start-worker.server.ts'
