import { mostPrints, parsePrpLabel, printPrpLabel } from '@pointille/protocol'
import type { Caller } from '#features/access/index.server.ts'
import type { BenchRefusal } from './answers.ts'
import { appendEvent, eventOf } from './append-step.server.ts'
import { withTube } from './at-the-bench.server.ts'
import { insertLabel } from './tubes.queries.server.ts'

/** Prints the label anew, one letter on, and voids what was printed before. Only until the tube has left the chair. */
export async function reprintLabel(caller: Caller, tubeId: string): Promise<{ label: string } | BenchRefusal> {
  return withTube(caller, tubeId, 'reprint label', async (tx, stored) => {
    const voids = stored.tube.label ?? ''
    const printed = parsePrpLabel(voids)
    if (!printed) throw new Error(`tube ${tubeId} has no label`)
    const print = printed.print + 1
    if (print > mostPrints) return { refusal: 'PrintsExhausted' as const }
    const label = printPrpLabel({ ...printed, print })
    const written = await appendEvent(tx, caller, stored, eventOf(caller, { kind: 'labelReprinted', label, voids }))
    if ('refusal' in written) return written
    const { clinicId } = caller.clinic
    await insertLabel(tx, clinicId, { tubeId, label, kind: 'tube', print, printedAt: caller.nowAt })
    return { label }
  })
}
