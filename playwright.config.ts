import { defineConfig, devices } from '@playwright/test'
import { findChromium } from './run/chromium.ts'

/**
 * The browser suite: one demo clinic for the whole run, served by `serve-demo.ts` on a database of its own.
 * Desktop unless a spec asks for another viewport. Tests share the clinic, so each makes the patient that it needs;
 * a test that moves the clinic's clock takes the lock `-exclusive-`.
 */
export default defineConfig({
  testDir: 'apps/clinic/e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  // A test that passes only the second time has failed: no retries.
  retries: 0,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: process.env.CLINIC_URL,
    launchOptions: { executablePath: findChromium() },
    locale: 'fr-BE',
    timezoneId: 'Europe/Brussels',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
  projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'], channel: undefined } }],
  webServer: {
    command: `"${process.execPath}" apps/clinic/e2e/serve-demo.ts`,
    // The named groups become process.env.CLINIC_URL, which the workers read above, and DEMO_SIGN_INS (e2e/fixtures.ts).
    wait: { stdout: /The demo clinic is at (?<clinic_url>http:\S+) and knows (?<demo_sign_ins>\S+)/ },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    timeout: 180_000,
  },
})
