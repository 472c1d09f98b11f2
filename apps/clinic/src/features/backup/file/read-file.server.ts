import { createHash } from 'node:crypto'
import { type FileHandle, open as openFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Tell } from '../manifest.ts'
import { Refused } from '../refusal.ts'
import { type BackupHeader, digestBytes, longestHeaderBytes, readHeader } from './header.server.ts'
import { type BackupRecord, readRecords } from './records.server.ts'
import { deriveKey, open } from './seal.server.ts'

/** A backup whose every byte was found as it was written. `records` may be read again and again. */
export type WholeFile = {
  readonly bytes: number
  readonly isSealed: boolean
  records(tell?: Tell): AsyncIterable<BackupRecord>
  close(): Promise<void>
}

/**
 * Opens a backup and compares the digest at its end with everything before it.
 * @throws Refused naming what is wrong; the file system's own errors when it cannot be read
 */
export async function openWholeFile(path: string, passphrase: string | undefined, tell?: Tell): Promise<WholeFile> {
  const handle = await openFile(path, 'r')
  try {
    const { size } = await handle.stat()
    const start = Buffer.alloc(Math.min(longestHeaderBytes, size))
    await handle.read(start, 0, start.length, 0)
    const { header, length } = readHeader(start)
    await checkDigest(handle, size, length, tell)
    const key = await keyFor(header, passphrase)
    const headerBytes = start.subarray(0, length)
    return {
      bytes: size,
      isSealed: header.seal !== null,
      records: (tellRead) => {
        const body = readRange(handle, length, size - digestBytes, tellRead)
        return readRecords(unpack(header.seal && key ? open(body, key, header.seal, headerBytes) : body))
      },
      close: () => handle.close(),
    }
  } catch (error) {
    await handle.close()
    throw error
  }
}

async function keyFor({ seal }: BackupHeader, passphrase: string | undefined): Promise<Buffer | undefined> {
  if (seal && passphrase === undefined)
    throw new Refused('PassphraseMissing', 'This backup is sealed: give its passphrase with --passphrase-file FILE.')
  if (!seal && passphrase !== undefined)
    throw new Refused('PassphraseNotNeeded', 'This backup is not sealed: leave --passphrase-file out.')
  return seal ? deriveKey(passphrase!, seal) : undefined
}

async function checkDigest(
  handle: FileHandle,
  size: number,
  headerBytes: number,
  tell: Tell | undefined,
): Promise<void> {
  const hash = createHash('sha256')
  const end = size - digestBytes
  if (end > headerBytes) {
    for await (const chunk of readRange(handle, 0, end, tell)) hash.update(chunk)
    const digest = Buffer.alloc(digestBytes)
    await handle.read(digest, 0, digestBytes, end)
    if (hash.digest().equals(digest)) return
  }
  throw new Refused('FileAltered', 'The file is not as it was written: it was cut short or altered. Use another copy.')
}

async function* readRange(handle: FileHandle, from: number, to: number, tell?: Tell): AsyncGenerator<Buffer> {
  for (let at = from; at < to; ) {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(Math.min(262_144, to - at)), 0, undefined, at)
    if (bytesRead === 0) return
    at += bytesRead
    yield buffer.subarray(0, bytesRead)
    tell?.(at, to)
  }
}

async function* unpack(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const source = Readable.from(body, { objectMode: false })
  const gunzip = createGunzip({ chunkSize: 65_536 })
  source.on('error', (error) => gunzip.destroy(error))
  source.pipe(gunzip)
  try {
    yield* gunzip
  } catch (error) {
    if (!String((error as NodeJS.ErrnoException).code).startsWith('Z_')) throw error
    throw new Refused('FileAltered', 'The body of the file cannot be unpacked: it was altered. Use another copy.')
  } finally {
    source.destroy()
  }
}
