import { randomUUID } from 'node:crypto'
import { emptyTube, printPrpLabel } from '@pointille/protocol'
import type { Caller } from '#features/access/index.server.ts'
import { openRecord } from '#features/records/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { localTime } from '#platform/languages/dates.ts'
import type { BenchRefusal } from './answers.ts'
import { appendEvent, eventOf } from './append-step.server.ts'
import { hasPrp } from './at-the-bench.server.ts'
import { findInTreatment } from './people.queries.server.ts'
import { insertLabel, insertTube, nextLabelNumber } from './tubes.queries.server.ts'

/** Blood is drawn from somebody in treatment, at the chair; the label that is printed now goes on the tube before it leaves. */
export async function drawTube(
  caller: Caller,
  { treatmentId, tubeLot }: { treatmentId: string; tubeLot: string },
): Promise<{ tubeId: string; label: string } | BenchRefusal> {
  const { house, clinic, nowAt } = caller
  const { clinicId } = clinic
  if (!(await hasPrp(caller))) return { refusal: 'NoPrpHere' }
  const person = await inClinic(house.db, clinicId, (tx) => findInTreatment(tx, clinicId, treatmentId))
  if (!person) return { refusal: treatmentId === '' ? 'NobodyChosen' : 'NotInTreatment' }
  const { patientId } = person
  const lot = tubeLot.trim().slice(0, 60)
  const access = { action: 'handlePlasma', patientId, detail: `draw, treatment ${treatmentId}` } as const
  const answer = await openRecord(
    caller,
    access,
    async (tx): Promise<{ tubeId: string; label: string } | BenchRefusal> => {
      const labelYear = Number(localTime(nowAt, clinic.timeZone).on.slice(0, 4))
      const labelNumber = await nextLabelNumber(tx, labelYear)
      const label = printPrpLabel({ year: labelYear, number: labelNumber, print: 1, of: 'tube' })
      const tubeId = randomUUID()
      const row = { tubeId, patientId, treatmentId, headHash: null }
      const drawn = { kind: 'drawn', patientId, treatmentId, label, ...(lot === '' ? {} : { tubeLot: lot }) } as const
      const event = eventOf(caller, drawn)
      await insertTube(tx, clinicId, {
        ...{ tubeId, patientId, treatmentId, labelYear, labelNumber },
        tubeLot: lot === '' ? undefined : lot,
        drawnAt: nowAt,
      })
      const empty = { ...row, tube: emptyTube(), events: [], seq: 0, head: undefined }
      const written = await appendEvent(tx, caller, empty, event)
      if ('refusal' in written) throw new Error(`a draw was refused: ${written.refusal}`)
      await insertLabel(tx, clinicId, { tubeId, label, kind: 'tube', print: 1, printedAt: nowAt })
      return { tubeId, label }
    },
  )
  if ('tubeId' in answer) house.changed(clinicId)
  return answer
}
