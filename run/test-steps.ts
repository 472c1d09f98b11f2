import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './build.ts'
import { getChromium } from './chromium.ts'
import { type Command, type CommandResult, runCommand } from './run-command.ts'
import { readPlaywright, readVitest, type Tally, tallyOfCheck, tallyOfSuite } from './tally.ts'

/** What `npm test -- PART` can name. */
export const parts = ['types', 'lint', 'walls', 'pure', 'database', 'browser'] as const
export type Part = (typeof parts)[number]

export type StepResult = CommandResult & { tally: Tally }

export type Step = {
  part: Part
  name: string
  /** `filters` narrow a suite to the test files that match. Throws when it cannot even begin. */
  run: (filters: string[], say: (line: string) => void) => Promise<StepResult>
}

const tool = (name: string) => join(process.cwd(), 'node_modules', '.bin', name)
const clinic = join(process.cwd(), 'apps', 'clinic')
const reports = mkdtempSync(join(tmpdir(), 'pointille-test-'))
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))

/**
 * Two lanes that run side by side, for two cores, and then the browser alone: its tests wait for a page,
 * and a busy machine would make them slow for no reason of theirs.
 */
export const lanes: readonly Step[][] = [
  [{ part: 'browser', name: 'build', run: build }, check('types', 'types of the clinic', clinicTypes())],
  [
    check('lint', 'lint', { program: tool('biome'), args: ['check', '--error-on-warnings', '.'] }),
    check('walls', 'walls', { program: process.execPath, args: ['walls/check.ts'] }),
    check('types', 'types', { program: tool('tsc'), args: ['--noEmit', '-p', '.'] }),
    // Benches speak to pages, so they alone know what a browser has.
    check('types', 'types of the benches', { program: tool('tsc'), args: ['--noEmit', '-p', 'bench'] }),
    vitest('pure'),
    vitest('database'),
  ],
]

export const browser: Step = {
  part: 'browser',
  name: 'browser',
  run: async (filters, say) => {
    await ensureBuilt(process.cwd(), say)
    const report = join(reports, 'browser.json')
    const env = { CHROMIUM: await getChromium(say), PLAYWRIGHT_JSON_OUTPUT_FILE: report }
    const args = ['test', '--forbid-only', '--reporter=list,json', ...filters]
    const result = await runCommand({ program: tool('playwright'), args, env, limitMinutes: 20 })
    return { ...result, tally: tallyOfSuite(result.ok, report, readPlaywright) }
  },
}

/** What `npm start` serves is what the browser tests look at, so both build it the same way. */
async function build(_filters: string[], say: (line: string) => void): Promise<StepResult> {
  const startedAt = performance.now()
  await ensureBuilt(process.cwd(), say)
  return { ok: true, output: '', seconds: (performance.now() - startedAt) / 1000, tally: tallyOfCheck(true) }
}

function check(part: Part, name: string, command: Command): Step {
  return {
    part,
    name,
    run: async () => {
      const result = await runCommand(command)
      return { ...result, tally: tallyOfCheck(result.ok) }
    },
  }
}

function vitest(suite: 'pure' | 'database'): Step {
  return {
    part: suite,
    name: suite,
    run: async (filters) => {
      // The clinic's files are read with SvelteKit's own settings, which a fresh clone does not have yet.
      await runCommand({ program: tool('svelte-kit'), args: ['sync'], folder: clinic })
      const report = join(reports, `${suite}.json`)
      const args = ['run', '--project', suite, '--allowOnly=false', '--reporter=default', '--reporter=json']
      const result = await runCommand({
        program: tool('vitest'),
        args: [...args, `--outputFile.json=${report}`, ...filters],
        limitMinutes: 15,
      })
      return { ...result, tally: tallyOfSuite(result.ok, report, readVitest) }
    },
  }
}

/** SvelteKit makes the types of its routes first; then what stands beside `src`, and the components with the rest. */
function clinicTypes(): Command {
  const commands = [
    `"${tool('svelte-kit')}" sync`,
    `"${tool('tsc')}" --noEmit -p e2e`,
    `"${tool('tsc')}" --noEmit -p e2e-api`,
    `"${tool('svelte-check')}" --fail-on-warnings`,
  ]
  return { program: 'sh', args: ['-c', commands.join(' && ')], folder: clinic }
}
