import { dirname } from 'node:path'
import { serveOn, settlePort } from './address-port.ts'
import { ensureBuilt } from './build.ts'
import { loadClinic } from './clinic-program.ts'
import { keepCompiledCode } from './compiled-code.ts'
import { type Config, requireConfig } from './config.ts'
import { checkDatabase } from './database-check.ts'
import { type Lifetime, live } from './lifetime.ts'
import { startPostgres } from './postgres.ts'
import { describeStart } from './start-message.ts'

/* `npm start`: database, migrations, the two demo clinics, pages, jobs. */
const clone = dirname(import.meta.dirname)
const say = (line: string) => console.log(line)

live(async (lifetime) => {
  const config = requireConfig(process.env, { clone })
  const port = await settlePort(config)
  keepCompiledCode(clone)

  const database = await openDatabase(config, lifetime)
  if (port !== config.port) say(`Port ${config.port} is taken, so this one uses ${port}. Set PORT to choose.`)
  const clinic = await loadClinic(clone)
  const [prepared] = await Promise.all([
    clinic.prepareDatabase({ databaseUrl: database.databaseUrl, demo: config.demo }),
    ensureBuilt(clone, say),
  ])
  const served = await serveOn(config, port, (port) =>
    clinic.serveClinic({ databaseUrl: database.databaseUrl, host: config.host, port, worker: true }),
  )
  lifetime.closeAtEnd(() => served.close())
  database.announce?.(served.address)
  say(
    describeStart({
      address: served.address,
      signIns: prepared.signIns,
      firstOwnerLink: prepared.firstOwnerLink,
      databaseUrl: config.databaseUrl ? undefined : database.databaseUrl,
      place: database.place,
      isOpenToOthers: !/^(127\.|::1$|localhost$)/.test(config.host),
    }),
  )
})

interface OpenDatabase {
  readonly databaseUrl: string
  readonly place?: string
  announce?(address: string): void
}

async function openDatabase(config: Config, lifetime: Lifetime): Promise<OpenDatabase> {
  if (config.databaseUrl) {
    await checkDatabase(config.databaseUrl, clone)
    return { databaseUrl: config.databaseUrl }
  }
  const postgres = await startPostgres({ dataDir: config.dataDir, say })
  lifetime.closeAtEnd(() => postgres.stop())
  // Should we and the server's guard both be killed, our parent ends the server.
  process.send?.({ serverPid: postgres.serverPid })
  void postgres.ended.then(() => {
    if (lifetime.isEnding) return
    console.error('PostgreSQL has ended by itself; its last words are in postgres.log. Stopping.')
    void lifetime.end(1)
  })
  return postgres
}
