import { startPostgres } from './durable.ts'
import { startTemporaryPostgres } from './temporary.ts'

/*
 * For tests, which kill it: `keep-server.ts DIRECTORY`, or `keep-server.ts` for a throw-away server. Starts PostgreSQL,
 * writes one line of JSON and stays.
 */
const [dataDir] = process.argv.slice(2)
try {
  const server = dataDir ? await startPostgres({ dataDir, say: () => {} }) : await startTemporaryPostgres()
  console.log(JSON.stringify({ databaseUrl: server.databaseUrl }))
  process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)))
  setInterval(() => {}, 60_000)
} catch (error) {
  console.log(JSON.stringify({ fault: (error as Error).message }))
}
