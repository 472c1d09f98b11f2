import { endCommands } from './run-command.ts'
import { lineOf, sum, type Tally, tallyOfCheck } from './tally.ts'
import { browser, lanes, type Part, parts, type Step, type StepResult } from './test-steps.ts'

/*
 * `npm test` proves everything; `npm test -- pure` or `npm test -- browser new-patient` proves a part of it.
 * The last line sums every suite; the exit code is 1 when anything failed.
 */
const named = process.argv.slice(2)
const firstFilter = named.findIndex((word) => !parts.includes(word as Part))
const chosen = firstFilter === -1 ? named : named.slice(0, firstFilter)
const filters = firstFilter === -1 ? [] : named.slice(firstFilter)
if (filters.length > 0 && chosen.length === 0) {
  console.error(`npm test -- PART… [FILTER…], where PART is one of ${parts.join(', ')}.`)
  process.exit(2)
}

process.on('exit', endCommands)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))

const say = (line: string) => console.log(line)
const isChosen = (step: Step) => chosen.length === 0 || chosen.includes(step.part)
const runLane = async (steps: Step[]): Promise<Tally[]> => {
  const tallies: Tally[] = []
  for (const step of steps.filter(isChosen)) tallies.push(await take(step))
  return tallies
}

const sideBySide = await Promise.all(lanes.map(runLane))
const total = sum([...sideBySide.flat(), ...(await runLane([browser]))])
say('')
say(lineOf(total))
process.exitCode = total.failed > 0 ? 1 : 0

/** Runs a step and tells its result in one line; after a failure, everything that it wrote. */
async function take({ name, run }: Step): Promise<Tally> {
  const { output, seconds, tally } = await run(filters, say).catch(couldNotBegin)
  const verdict = tally.failed > 0 ? 'FAILED' : 'ok'
  say(`${name.padEnd(20)} ${verdict.padEnd(7)} ${seconds.toFixed(1).padStart(6)} s   ${lineOf(tally)}`)
  if (tally.failed > 0) say(`\n${output.trim()}\n`)
  return tally
}

function couldNotBegin(error: unknown): StepResult {
  return {
    ok: false,
    output: error instanceof Error ? error.message : String(error),
    seconds: 0,
    tally: tallyOfCheck(false),
  }
}
