import type { BackupEnd, BackupStart } from '../manifest.ts'
import { Refused } from '../refusal.ts'

/** The body of a backup, piece by piece. `rows` holds whole lines of COPY text of the table that was begun. */
export type BackupRecord =
  | { kind: 'start'; start: BackupStart }
  | { kind: 'table'; table: { name: string; columns: string[] } }
  | { kind: 'rows'; bytes: Buffer }
  | { kind: 'end'; end: BackupEnd }

const codes = { start: 1, table: 2, rows: 3, end: 4 } as const
const headBytes = 5

/** One record as bytes: a byte for its kind, four for its length (big-endian), then JSON, or the rows as they are. */
export function* writeRecord(record: BackupRecord): Generator<Buffer> {
  const body = record.kind === 'rows' ? record.bytes : Buffer.from(JSON.stringify(bodyOf(record)))
  const head = Buffer.alloc(headBytes)
  head.writeUInt8(codes[record.kind], 0)
  head.writeUInt32BE(body.length, 1)
  yield head
  yield body
}

function bodyOf(record: Exclude<BackupRecord, { kind: 'rows' }>): unknown {
  if (record.kind === 'start') return record.start
  return record.kind === 'table' ? record.table : record.end
}

/** Reads records back from bytes cut anywhere. @throws Refused when they are no records, or end within one */
export async function* readRecords(source: AsyncIterable<Buffer>): AsyncGenerator<BackupRecord> {
  let held: Buffer[] = []
  let heldBytes = 0
  let wanted = headBytes
  for await (const chunk of source) {
    held.push(chunk)
    heldBytes += chunk.length
    if (heldBytes < wanted) continue
    let bytes = Buffer.concat(held)
    for (;;) {
      wanted = bytes.length < headBytes ? headBytes : headBytes + bytes.readUInt32BE(1)
      if (bytes.length < wanted) break
      yield parse(bytes.readUInt8(0), bytes.subarray(headBytes, wanted))
      bytes = bytes.subarray(wanted)
    }
    held = [bytes]
    heldBytes = bytes.length
  }
  if (heldBytes > 0) throw notReadable()
}

function parse(code: number, body: Buffer): BackupRecord {
  if (code === codes.rows) return { kind: 'rows', bytes: body }
  const value: unknown = parseJson(body)
  if (code === codes.start) return { kind: 'start', start: value as BackupStart }
  if (code === codes.table) return { kind: 'table', table: value as { name: string; columns: string[] } }
  if (code === codes.end) return { kind: 'end', end: value as BackupEnd }
  throw notReadable()
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw notReadable()
  }
}

function notReadable(): Refused {
  return new Refused(
    'FileAltered',
    'What the file holds is not laid out as a backup: it was altered, or made by no release of ours.',
  )
}
