import type { TestProject } from 'vitest/node'
import { startTemporaryPostgres } from '../../../../../run/postgres.ts'
import { migrateDatabase } from './migrate.server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's address of the migrated template that every test file clones. */
    templateUrl: string
  }
}

/** One throw-away PostgreSQL for the run, migrated once; each test file clones it (see test-database.ts). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startTemporaryPostgres()
  await migrateDatabase(postgres.databaseUrl, new URL('../../../migrations/', import.meta.url))
  project.provide('templateUrl', postgres.databaseUrl)
  return () => postgres.stop()
}
