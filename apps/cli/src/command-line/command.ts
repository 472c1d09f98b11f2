import { parseArgs } from 'node:util'
import { InputFault } from './input-fault.ts'
import { nearest } from './nearest.ts'

/** One option of a command: a flag, a text, or a number within limits. */
export type Option = { readonly says: string } & (
  | { readonly kind: 'flag' }
  /** `shows` stands for the value in the help, such as `FILE`. */
  | { readonly kind: 'text'; readonly shows: string; readonly oneOf?: readonly string[] }
  | {
      readonly kind: 'number'
      readonly shows: string
      readonly low: number
      readonly high: number
      readonly isWhole?: boolean
    }
)

/** One word after `npx pointille`. `--help`, faults and the exit code are the frame's. */
export type Command = {
  /** The files and words that it takes, such as `COURSE.json`; options are listed by the frame. */
  readonly takes: string
  /** One line, for the list of commands. */
  readonly says: string
  /** Longer text of `--help`, when one line is not enough. */
  readonly explains?: string
  /** How many words besides options. */
  readonly words: { readonly low: number; readonly high: number }
  readonly options: Readonly<Record<string, Option>>
  /** Whole lines that can be pasted. */
  readonly examples: readonly string[]
  /** @returns the exit code; throws InputFault for what the caller can mend */
  run(asked: Asked): Promise<number>
}

/** The call as it was understood. */
export type Asked = {
  readonly words: readonly string[]
  flag(name: string): boolean
  text(name: string): string | undefined
  /** Inside the option's limits, or the frame has refused. */
  number(name: string): number | undefined
}

/** Reads the words of a call; throws InputFault naming the option, its limits and the way out. */
export function readCall(name: string, command: Command, args: string[]): Asked {
  const names = Object.keys(command.options)
  const { tokens } = parseArgs({
    args,
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(command.options).map(([option, { kind }]) => [
        option,
        { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) },
      ]),
    ),
  })
  const values = new Map<string, string | true>()
  const words: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind !== 'option') continue
    const option = command.options[token.name]
    if (!option) throw new InputFault(`${token.rawName}: there is no such option.${suggest(token.name, names)}`)
    if (values.has(token.name)) throw new InputFault(`${token.rawName}: it is given twice. Give it once.`)
    values.set(token.name, readOption(token.rawName, option, token.value))
  }
  const { low, high } = command.words
  if (words.length < low || words.length > high)
    throw new InputFault(`${words.length} words besides the options. Write: npx pointille ${name} ${command.takes}`)
  return {
    words,
    flag: (option) => values.has(option),
    text: (option) => values.get(option) as string | undefined,
    number: (option) => (values.has(option) ? Number(values.get(option)) : undefined),
  }
}

function readOption(rawName: string, option: Option, value: string | undefined): string | true {
  if (option.kind === 'flag') {
    if (value !== undefined) throw new InputFault(`${rawName}: it takes no value. Write ${rawName} alone.`)
    return true
  }
  if (value === undefined || value === '')
    throw new InputFault(`${rawName}: a value is missing. Write ${rawName} ${option.shows}.`)
  if (option.kind === 'text') {
    if (option.oneOf && !option.oneOf.includes(value))
      throw new InputFault(`${rawName}: ${JSON.stringify(value)} is not one of ${option.oneOf.join(', ')}.`)
    return value
  }
  const number = Number(value)
  const kind = option.isWhole ? 'a whole number' : 'a number'
  const isRead = value.trim() !== '' && Number.isFinite(number) && (!option.isWhole || Number.isInteger(number))
  if (!isRead || number < option.low || number > option.high)
    throw new InputFault(
      `${rawName}: ${kind} from ${option.low} to ${option.high} is expected, not ${JSON.stringify(value)}.`,
    )
  return value
}

function suggest(name: string, names: readonly string[]): string {
  const near = nearest(name, names)
  if (near) return ` Did you mean --${near}?`
  return names.length > 0 ? ` There are ${names.map((known) => `--${known}`).join(', ')}.` : ''
}

/** The text of `npx pointille NAME --help`. */
export function helpOf(name: string, command: Command): string {
  const options = Object.entries({ ...command.options, help: { kind: 'flag', says: 'this text' } as Option })
  const left = options.map(([option, spec]) => `--${option}${spec.kind === 'flag' ? '' : ` ${spec.shows}`}`)
  const width = Math.max(...left.map((text) => text.length))
  const lines = options.map(([, { says }], at) => `  ${left[at]!.padEnd(width)}  ${says}`)
  return [
    `npx pointille ${name} ${command.takes}`.trimEnd(),
    '',
    command.says,
    ...(command.explains ? ['', command.explains.trim()] : []),
    '',
    'Options',
    ...lines,
    '',
    command.examples.length > 1 ? 'Examples' : 'Example',
    ...command.examples.map((example) => `  ${example}`),
  ].join('\n')
}
