import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type ChainedEvent, type ChainFault, verifyChain } from '@pointille/protocol'

const faults: Record<ChainFault, string> = {
  sequence: 'events are missing, doubled or out of order',
  hash: 'this event, or one before it, was altered',
  headEarlier: 'the expected head is that of this earlier event: later ones were added',
  head: 'the expected head is nowhere in the chain: it was cut short, or hashed anew',
}

/**
 * `pointille verify FILE [--head HEX]`: recomputes the chain of an exported treatment.
 * @returns 0 when it holds, 1 when not (naming the event), 2 when the file or the words of the call cannot be read
 */
export async function verify(args: string[]): Promise<number> {
  const asked = readArguments(args)
  if (typeof asked === 'string') return cannot(asked)
  let events: ChainedEvent[]
  try {
    events = readEvents(JSON.parse(await readFile(asked.file, 'utf8')))
  } catch (error) {
    return cannot(`${asked.file}: ${error instanceof Error ? error.message : String(error)}`)
  }
  const result = verifyChain(events, asked.head ? { head: asked.head } : {})
  if (result.ok) {
    console.log(`${events.length} events, unaltered. Head ${result.head ?? 'none'}.`)
    return 0
  }
  console.error(`Event ${result.seq}: ${faults[result.why]}.`)
  return 1
}

function readArguments(args: string[]): { file: string; head: string | undefined } | string {
  try {
    const { values, positionals } = parseArgs({ args, options: { head: { type: 'string' } }, allowPositionals: true })
    const [file, ...more] = positionals
    if (!file || more.length > 0) return 'give one file: npx pointille verify FILE [--head HEX]'
    if (values.head !== undefined && !/^[0-9a-f]{64}$/.test(values.head))
      return '--head: 64 hex digits, in lower case, as the record shows them'
    return { file, head: values.head }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** The events of an export; throws naming the field that is missing. */
function readEvents(file: unknown): ChainedEvent[] {
  const events = typeof file === 'object' && file !== null && 'events' in file ? file.events : undefined
  if (!Array.isArray(events)) throw new Error('field "events": a list is expected, as a treatment is exported')
  return events.map((event: unknown, i) => {
    const { seq, canonical, hash } = (event ?? {}) as Record<string, unknown>
    if (typeof seq !== 'number') throw new Error(`field "events[${i}].seq": a number is expected`)
    if (typeof canonical !== 'string') throw new Error(`field "events[${i}].canonical": text is expected`)
    if (typeof hash !== 'string') throw new Error(`field "events[${i}].hash": text is expected`)
    return { seq, canonical, hash }
  })
}

function cannot(why: string): number {
  console.error(why)
  return 2
}
