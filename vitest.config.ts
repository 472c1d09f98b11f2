import { defineConfig } from 'vitest/config'

// Two suites: `pure` (packages, tokens, dictionaries; no I/O) and `database` (a real PostgreSQL, one cloned database a file).
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: [
            'packages/*/src/**/*.test.ts',
            'apps/**/src/**/*.test.ts',
            'run/**/*.test.ts',
            'walls/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', '**/*.db.test.ts'],
          // Properties try many cases; a busy machine is no fault of theirs.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'database',
          include: ['apps/**/*.db.test.ts', 'run/**/*.db.test.ts'],
          exclude: ['**/node_modules/**'],
          globalSetup: ['apps/clinic/src/platform/database/test-database.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
