import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

/** Where the generated table types are kept; a test makes them again and compares. */
export const tablesFile = new URL('./src/platform/database/generated/tables.ts', import.meta.url)

/** Writes the types of schema `clinic` as the database at `ownerUrl` has them (kysely-codegen) to `file`. */
export function generateTables(ownerUrl: string, file: string): void {
  const bin = createRequire(import.meta.url)
    .resolve('kysely-codegen/package.json')
    .replace(/package\.json$/, 'dist/cli/bin.js')
  execFileSync(process.execPath, [
    bin,
    ...[
      '--dialect',
      'postgres',
      '--url',
      ownerUrl,
      '--camel-case',
      '--default-schema',
      'public',
      '--include-pattern',
      'clinic.*',
    ],
    ...[
      '--date-parser',
      'string',
      '--type-mapping',
      '{"timestamptz":"Instant","time":"string","tstzrange":"string","int8":"number"}',
    ],
    ...['--custom-imports', '{"Instant":"../instant.server.ts"}', '--out-file', file, '--log-level', 'error'],
  ])
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  generateTables(process.env.DATABASE_URL ?? '', fileURLToPath(tablesFile))
