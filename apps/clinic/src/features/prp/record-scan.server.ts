import { type PrpStep, parsePrpLabel, printPrpLabel } from '@pointille/protocol'
import type { Caller } from '#features/access/index.server.ts'
import type { BenchRefusal, StepDone } from './answers.ts'
import { appendEvent, eventOf } from './append-step.server.ts'
import { withTube } from './at-the-bench.server.ts'
import { explainScan } from './scan-label.server.ts'
import { insertLabel } from './tubes.queries.server.ts'

/** The label read back from the tube at the chair: from now on it may leave. */
export async function checkLabel(caller: Caller, tubeId: string, code: string): Promise<StepDone | BenchRefusal> {
  return scan(caller, tubeId, code, 'match', (scanned) => ({ kind: 'labelChecked', scanned }))
}

/** Plasma is taken from the scanned tube into a syringe, whose label is printed now. */
export async function fillSyringe(caller: Caller, tubeId: string, code: string): Promise<StepDone | BenchRefusal> {
  return scan(caller, tubeId, code, 'syringe', (scanned, label) => ({
    kind: 'syringeFilled',
    scanned,
    syringeLabel: `${label}-S`,
  }))
}

function scan(
  caller: Caller,
  tubeId: string,
  code: string,
  moment: 'match' | 'syringe',
  stepOf: (scanned: string, label: string) => PrpStep,
): Promise<StepDone | BenchRefusal> {
  const scanned = code.trim().toUpperCase()
  return withTube<StepDone>(caller, tubeId, 'scan', async (tx, stored) => {
    if (scanned === '') return { refusal: 'UnknownLabel', scanned }
    const step = stepOf(scanned.slice(0, 40), stored.tube.label ?? '')
    const written = await appendEvent(tx, caller, stored, eventOf(caller, step))
    if ('refusal' in written) {
      return written.refusal === 'WrongLabel' ? explainScan(tx, caller, stored, written, moment) : written
    }
    if (step.kind === 'syringeFilled') {
      const printed = parsePrpLabel(step.syringeLabel)!
      const label = { tubeId, label: printPrpLabel(printed), kind: 'syringe', print: printed.print } as const
      await insertLabel(tx, caller.clinic.clinicId, { ...label, printedAt: caller.nowAt })
    }
    return { done: true, tubeId }
  })
}
