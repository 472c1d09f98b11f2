import { type ChainedEvent, type ChainFault, verifyChain } from '@pointille/protocol'
import { isBackup, verifyBackup } from './backup/verify-backup.ts'
import type { Command } from './command-line/command.ts'
import { readJson } from './command-line/files.ts'
import { InputFault } from './command-line/input-fault.ts'

const faults: Record<ChainFault, string> = {
  sequence: 'events are missing, doubled or out of order',
  hash: 'this event, or one before it, was altered',
  headEarlier: 'the expected head is that of this earlier event: later ones were added',
  head: 'the expected head is nowhere in the chain: it was cut short, or hashed anew',
}

/** `pointille verify FILE [--head HEX]`: recomputes the chain of an exported treatment, or all those in a backup. */
export const verifyCommand: Command = {
  takes: 'FILE',
  says: 'whether an exported treatment, or every one in a backup, is unaltered',
  explains: `
FILE is a treatment as it is exported, or a backup; neither needs a database.
Ends with 0 when every chain holds, 1 when not (naming the event), 2 when the file cannot be read.`,
  words: { low: 1, high: 1 },
  options: {
    head: { kind: 'text', shows: 'HEX', says: 'the head that left the house, from the patient’s PDF or mail' },
    'passphrase-file': { kind: 'text', shows: 'FILE', says: 'the passphrase that a backup was sealed with' },
  },
  examples: [
    'npx pointille verify treatment.json',
    'npx pointille verify treatment.json --head 3f9a17c2…',
    'npx pointille verify clinic.backup',
  ],
  async run(asked) {
    const file = asked.words[0]!
    const head = asked.text('head')
    if (head !== undefined && !/^[0-9a-f]{64}$/.test(head))
      throw new InputFault('--head: 64 hex digits, in lower case, as the record shows them')
    const passphraseFile = asked.text('passphrase-file')
    if (await isBackup(file)) return verifyBackup(file, { head, passphraseFile })
    if (passphraseFile !== undefined)
      throw new InputFault(`${file}: --passphrase-file is for a backup, and this is none. Leave it out.`)
    const events = readEvents(file, await readJson(file))
    const result = verifyChain(events, head ? { head } : {})
    if (result.ok) {
      console.log(`${events.length} events, unaltered. Head ${result.head ?? 'none'}.`)
      return 0
    }
    console.error(`Event ${result.seq}: ${faults[result.why]}.`)
    return 1
  },
}

/** The events of an export; throws InputFault naming the field that is missing. */
function readEvents(path: string, file: unknown): ChainedEvent[] {
  const refuse = (field: string, expected: string) =>
    new InputFault(`${path}: field "${field}": ${expected} is expected`)
  const events = typeof file === 'object' && file !== null && 'events' in file ? file.events : undefined
  if (!Array.isArray(events)) throw refuse('events', 'a list, as a treatment is exported,')
  return events.map((event: unknown, i) => {
    const { seq, canonical, hash } = (event ?? {}) as Record<string, unknown>
    if (typeof seq !== 'number') throw refuse(`events[${i}].seq`, 'a number')
    if (typeof canonical !== 'string') throw refuse(`events[${i}].canonical`, 'text')
    if (typeof hash !== 'string') throw refuse(`events[${i}].hash`, 'text')
    return { seq, canonical, hash }
  })
}
