import { createHash } from 'node:crypto'
import type { Caller } from '#features/access/index.server.ts'
import { type NotAllowed, openRecord, writeAuditLine } from '#features/records/index.server.ts'
import { lineList } from './line-list.ts'
import { answer } from './read-look-back.server.ts'

/**
 * The line list as a file for the authority. Its SHA-256 (hex) is in the access log and in the file's name, so that whoever
 * has the file can prove that it is the one that left the house.
 */
export async function exportLookBack(
  caller: Caller,
  lookBackId: string,
): Promise<{ text: string; hash: string; fileName: string } | undefined | NotAllowed> {
  const { clinic, actor, nowAt } = caller
  const detail = `export of look-back ${lookBackId}`
  return openRecord(caller, { action: 'lookBack', detail }, async (tx) => {
    const found = await answer(tx, caller, lookBackId, 'export')
    if (!found) return undefined
    const text = lineList(found)
    const hash = createHash('sha256').update(text).digest('hex')
    await writeAuditLine(tx, clinic.clinicId, actor, nowAt, {
      ...{ action: 'lookBack', patientId: undefined, outcome: 'allowed' },
      detail: `${detail}, sha256 ${hash}`,
    })
    return { text, hash, fileName: `look-back-${lookBackId.slice(0, 8)}-sha256-${hash}.csv` }
  })
}
