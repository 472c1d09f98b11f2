import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import compression from 'compression'
import { type DemoSignIn, seedDemo } from './src/features/demo/index.server.ts'
import { startWorker } from './src/features/messages/index.server.ts'
import { inviteFirstOwner } from './src/features/sign-in/index.server.ts'
import { readSettings } from './src/platform/config/config.server.ts'
import { migrateDatabase } from './src/platform/database/migrate.server.ts'
import { openHouse } from './src/platform/house/house.server.ts'
import { makeShelf } from './src/platform/http/shelf.server.ts'

const migrations = new URL('./migrations/', import.meta.url)
const protocolHeader = 'x-pointille-protocol'

export type Prepared = { seeded: boolean; signIns: DemoSignIn[]; firstOwnerLink?: string }

/**
 * Brings a database to where it can be served: migrated, and, when no clinic stands there yet, with the two demo clinics
 * (`demo`) or a first clinic and the link by which its owner comes in. Safe to repeat; the link is given again, fresh,
 * while nobody has used one.
 */
export async function prepareDatabase({
  databaseUrl,
  demo,
}: {
  databaseUrl: string
  demo: boolean
}): Promise<Prepared> {
  await migrateDatabase(databaseUrl, migrations)
  const nowAt = Date.now()
  const seeded = await seedDemo(databaseUrl, { demo, nowAt })
  const firstOwnerLink = await inviteFirstOwner(databaseUrl, { nowAt })
  return firstOwnerLink === undefined ? seeded : { ...seeded, firstOwnerLink }
}

/**
 * Serves the built application on one address, with the jobs in the same process where `worker` says so. Any number of
 * processes may serve one database.
 */
export async function serveClinic(options: {
  databaseUrl: string
  host: string
  port: number
  worker: boolean
}): Promise<{ address: string; close(): Promise<void> }> {
  process.env.DATABASE_URL = options.databaseUrl
  // The adapter assumes https and a trusted header; we say which of the two this address speaks.
  process.env.PROTOCOL_HEADER = protocolHeader
  const settings = readSettings(process.env)
  const protocol = settings.publicUrl?.startsWith('https://') ? 'https' : 'http'
  const built: string = './build/handler.js'
  const { handler } = (await import(built)) as { handler: (...request: unknown[]) => void }

  // A stream of events must go out as it comes; compressed, it would wait until there is enough of it.
  const compress = compression({
    threshold: 1024,
    filter: (request, response) =>
      response.getHeader('content-type') !== 'text/event-stream' && compression.filter(request, response),
  })
  const shelf = makeShelf(() => performance.now())
  const server = createServer((request, response) => {
    if (shelf.answer(request, response)) return
    request.headers[protocolHeader] = protocol
    Object.assign(request, { shelf })
    compress(request as never, response as never, () => handler(request, response, () => response.writeHead(404).end()))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  const worker = options.worker ? await runWorker({ databaseUrl: options.databaseUrl }) : undefined
  const { port } = server.address() as AddressInfo
  const shown = options.host.includes(':') ? `[${options.host}]` : options.host
  return {
    address: settings.publicUrl ?? `http://${shown}:${port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await worker?.close()
    },
  }
}

/** Runs the jobs (mail, sweeping) until closed. */
export async function runWorker({ databaseUrl }: { databaseUrl: string }): Promise<{ close(): Promise<void> }> {
  const house = await openHouse(readSettings({ ...process.env, DATABASE_URL: databaseUrl }))
  const worker = await startWorker(house)
  return {
    close: async () => {
      await worker.close()
      await house.close()
    },
  }
}
