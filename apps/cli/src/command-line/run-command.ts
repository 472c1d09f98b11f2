import { type Command, helpOf, readCall } from './command.ts'
import { InputFault } from './input-fault.ts'
import { nearest } from './nearest.ts'

const ASKS_HELP = ['--help', '-h']

/**
 * Runs one command line. Faults of the caller go to the error stream, one a line.
 * @returns the exit code: the command's own, or 2 when the words or the files of the call cannot be used
 */
export async function runCommand(commands: Readonly<Record<string, Command>>, args: string[]): Promise<number> {
  const [name = 'help', ...rest] = args
  if (name === 'help' || ASKS_HELP.includes(name)) {
    const [about] = rest
    console.log(about && Object.hasOwn(commands, about) ? helpOf(about, commands[about]!) : helpOfAll(commands))
    return 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    const near = nearest(name, Object.keys(commands))
    console.error(`There is no command ${name}.${near ? ` Did you mean ${near}?` : ''}\n\n${helpOfAll(commands)}`)
    return 2
  }
  if (rest.some((word) => ASKS_HELP.includes(word))) {
    console.log(helpOf(name, command))
    return 0
  }
  try {
    return await command.run(readCall(name, command, rest))
  } catch (error) {
    if (!(error instanceof InputFault)) throw error
    for (const line of error.lines) console.error(line)
    console.error(`More: npx pointille ${name} --help`)
    return 2
  }
}

function helpOfAll(commands: Readonly<Record<string, Command>>): string {
  const entries = Object.entries(commands)
  const left = entries.map(([name, { takes }]) => `${name} ${takes}`)
  const width = Math.max(...left.map((text) => text.length))
  return [
    'npx pointille COMMAND',
    '',
    ...entries.map(([, { says }], at) => `  ${left[at]!.padEnd(width)}  ${says}`),
    '',
    'npx pointille COMMAND --help tells its options, with examples.',
  ].join('\n')
}
