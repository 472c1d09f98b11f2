import { verify } from './verify.ts'

const commands: Record<string, { run: (args: string[]) => Promise<number>; says: string }> = {
  verify: {
    run: verify,
    says: 'verify FILE [--head HEX]   whether an exported treatment is unaltered, and ends where it did',
  },
}

const help = `npx pointille COMMAND

${Object.values(commands)
  .map(({ says }) => `  ${says}`)
  .join('\n')}

Example: npx pointille verify treatment.json --head 3f9a17c2…
`

const [name = 'help', ...args] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : undefined
if (command) {
  process.exitCode = await command.run(args)
} else {
  const isAsked = ['help', '--help', '-h'].includes(name)
  if (!isAsked) console.error(`There is no command ${name}.\n`)
  console[isAsked ? 'log' : 'error'](help)
  process.exitCode = isAsked ? 0 : 2
}
