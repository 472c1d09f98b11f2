import { dirname } from 'node:path'
import { loadClinic } from './clinic-program.ts'
import { keepCompiledCode } from './compiled-code.ts'
import { requireConfig, requireDatabaseUrl } from './config.ts'
import { checkDatabase } from './database-check.ts'
import { live } from './lifetime.ts'

/* `npm run worker`: only the jobs (mail, sweeping), for a database that others serve. */
const clone = dirname(import.meta.dirname)

live(async (lifetime) => {
  const databaseUrl = requireDatabaseUrl(requireConfig(process.env, { clone }))
  await checkDatabase(databaseUrl, clone)
  keepCompiledCode(clone)

  const clinic = await loadClinic(clone)
  await clinic.prepareDatabase({ databaseUrl, demo: false })
  const worker = await clinic.runWorker({ databaseUrl })
  lifetime.closeAtEnd(() => worker.close())
  console.log('\nPointillé does its jobs here.\n\nCtrl-C stops this process; the others go on.\n')
})
