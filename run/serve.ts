import { dirname } from 'node:path'
import { serveOn, settlePort } from './address-port.ts'
import { ensureBuilt } from './build.ts'
import { loadClinic } from './clinic-program.ts'
import { keepCompiledCode } from './compiled-code.ts'
import { requireConfig, requireDatabaseUrl } from './config.ts'
import { checkDatabase } from './database-check.ts'
import { live } from './lifetime.ts'

/* `npm run serve`: a further process, with pages and jobs, on a database that an `npm start` or an operator keeps. */
const clone = dirname(import.meta.dirname)
const say = (line: string) => console.log(line)

live(async (lifetime) => {
  const config = requireConfig(process.env, { clone })
  const databaseUrl = requireDatabaseUrl(config)
  const port = await settlePort(config)
  await checkDatabase(databaseUrl, clone)
  if (port !== config.port) say(`Port ${config.port} is taken, so this one uses ${port}. Set PORT to choose.`)
  keepCompiledCode(clone)

  const clinic = await loadClinic(clone)
  await Promise.all([clinic.prepareDatabase({ databaseUrl, demo: false }), ensureBuilt(clone, say)])
  const served = await serveOn(config, port, (port) =>
    clinic.serveClinic({ databaseUrl, host: config.host, port, worker: true }),
  )
  lifetime.closeAtEnd(() => served.close())
  say(`\nPointillé is open at ${served.address}\n\nCtrl-C stops this process; the others go on.\n`)
})
