import { startTemporaryPostgres } from '../../../run/postgres.ts'
import { prepareDatabase, serveClinic } from '../main.ts'

/*
 * The demo clinic for the browser suite: a database that is thrown away afterwards, a free port, the jobs in the same
 * process. Many tests sign in from one address, so the limits on that are off; they have tests of their own.
 */
process.env.POINTILLE_RATE_LIMIT = 'off'
const postgres = await startTemporaryPostgres()
const { databaseUrl } = postgres
const { signIns } = await prepareDatabase({ databaseUrl, demo: true })
const clinic = await serveClinic({ databaseUrl, host: '127.0.0.1', port: 0, worker: true })

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, async () => {
    await clinic.close().catch(() => {})
    await postgres.stop()
    process.exit(0)
  })
}

// By name, not by number: passkeys want one, and the demo's second clinic answers at another name of this machine.
const address = clinic.address.replace('127.0.0.1', 'localhost')
const known = Buffer.from(JSON.stringify(signIns)).toString('base64url')
console.log(`The demo clinic is at ${address} and knows ${known}`)
