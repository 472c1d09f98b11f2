import type { BrokenChain } from './check-chains.server.ts'

const faults: Record<BrokenChain['why'], string> = {
  sequence: 'events are missing, doubled or out of order there',
  hash: 'this event, or one before it, was altered',
  columns: 'the columns of this event say another thing than its bytes',
  ending: 'the treatment says that its chain ends elsewhere',
  head: 'its head is another',
  headEarlier: 'its head is that of an earlier event',
}

/** One sentence: which treatment, which event, what is wrong. */
export function sayBrokenChain({ treatmentId, seq, why }: BrokenChain): string {
  return `Treatment ${treatmentId}, event ${seq}: ${faults[why]}.`
}
