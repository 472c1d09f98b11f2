import type { BackupEnd, BackupStart } from '../manifest.ts'
import { Refused } from '../refusal.ts'
import type { BackupRecord } from './records.server.ts'

/** One table of a backup; read its rows before going on to the next. */
export type Section = { name: string; columns: string[]; rows: AsyncIterable<Buffer> }

/** Reads a backup as what it is: a start, then tables, then an end. @throws Refused when it is laid out otherwise */
export async function* readSections(
  records: AsyncIterable<BackupRecord>,
  on: { start?(start: BackupStart): void; end?(end: BackupEnd): void } = {},
): AsyncGenerator<Section> {
  const iterator = records[Symbol.asyncIterator]()
  let next = await iterator.next()
  const rowsThatFollow = async function* () {
    for (;;) {
      next = await iterator.next()
      if (next.done || next.value.kind !== 'rows') return
      yield next.value.bytes
    }
  }
  try {
    if (next.done || next.value.kind !== 'start') throw misplaced()
    on.start?.(next.value.start)
    next = await iterator.next()
    while (!next.done && next.value.kind === 'table') {
      const here = next
      yield { ...next.value.table, rows: rowsThatFollow() }
      if (next === here) for await (const _ of rowsThatFollow());
    }
    if (next.done || next.value.kind !== 'end') throw misplaced()
    on.end?.(next.value.end)
    if (!(await iterator.next()).done) throw misplaced()
  } finally {
    await iterator.return?.()
  }
}

function misplaced(): Refused {
  return new Refused(
    'FileAltered',
    'The parts of this backup are not where they belong: it was altered. Use another copy.',
  )
}
