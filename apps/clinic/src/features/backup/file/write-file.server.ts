import { createHash, randomBytes } from 'node:crypto'
import { type FileHandle, link, open as openFile, rename, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { writeHeader } from './header.server.ts'
import { type BackupRecord, writeRecord } from './records.server.ts'
import { close, deriveKey, newSeal, type Seal } from './seal.server.ts'

/** A file in the making, beside where it will stand and readable by its owner alone; killed on the way, it never bears the final name. */
export type Draft = {
  readonly path: string
  /** Sealed where a passphrase is given, as `seal` says. */
  write(records: AsyncIterable<BackupRecord>, passphrase: string | undefined, seal?: Seal): Promise<void>
  /** Gives it its name. @throws EEXIST when a file came there meanwhile: nothing is ever overwritten */
  place(): Promise<void>
  remove(): Promise<void>
}

/** @throws the file system's own errors (ENOENT, EACCES, ENOSPC…) */
export async function beginFile(target: string): Promise<Draft> {
  const path = `${target}.${randomBytes(4).toString('hex')}.partial`
  const handle = await openFile(path, 'wx', 0o600)
  return {
    path,
    write: (records, passphrase, seal) => writeAll(handle, records, passphrase, seal),
    place: () => giveName(path, target),
    remove: async () => {
      await handle.close().catch(() => {})
      await rm(path, { force: true })
    },
  }
}

async function writeAll(
  handle: FileHandle,
  records: AsyncIterable<BackupRecord>,
  passphrase: string | undefined,
  wished = newSeal(),
): Promise<void> {
  const seal = passphrase === undefined ? null : wished
  const header = writeHeader({ packing: 'gzip', seal })
  const packed = pack(records)
  const body = seal ? close(packed, await deriveKey(passphrase!, seal), seal, header) : packed
  const hash = createHash('sha256').update(header)
  await handle.writeFile(header)
  for await (const chunk of body) {
    hash.update(chunk)
    await handle.writeFile(chunk)
  }
  await handle.writeFile(hash.digest())
  await handle.sync()
  await handle.close()
}

/** Errors of the source come through; a reader that stops early stops the source. */
async function* pack(records: AsyncIterable<BackupRecord>): AsyncGenerator<Buffer> {
  const source = Readable.from(bytesOf(records), { objectMode: false, highWaterMark: 65_536 })
  const gzip = createGzip({ chunkSize: 65_536 })
  source.on('error', (error) => gzip.destroy(error))
  source.pipe(gzip)
  try {
    yield* gzip
  } finally {
    source.destroy()
  }
}

async function* bytesOf(records: AsyncIterable<BackupRecord>): AsyncGenerator<Buffer> {
  for await (const record of records) yield* writeRecord(record)
}

/** A link refuses a name that is taken; a disk that knows no links (a stick) is asked first. */
async function giveName(path: string, target: string): Promise<void> {
  try {
    await link(path, target)
    await rm(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error
    const isTaken = await stat(target).then(
      () => true,
      () => false,
    )
    if (isTaken) throw Object.assign(new Error(`${target} exists`), { code: 'EEXIST' })
    await rename(path, target)
  }
}
