import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readThrough } from '../check-backup.server.ts'
import { type BackupRefusal, refusing } from '../refusal.ts'
import { makeTableDigest } from '../rows/table-digest.server.ts'
import { openWholeFile } from './read-file.server.ts'
import type { BackupRecord } from './records.server.ts'
import { newSeal, type Seal } from './seal.server.ts'
import { beginFile } from './write-file.server.ts'

const passphrase = 'a passphrase of the clinic'
const folder = mkdtempSync(join(tmpdir(), 'pointille-backup-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function* recordsOf(pieces: Buffer[]): AsyncGenerator<BackupRecord> {
  const digest = makeTableDigest('clinic.patients', ['patient_id', 'note'])
  const start = { product: '1.2.3', madeAt: 1, migrations: ['0001-a'], serverVersion: 180004, clinics: [] }
  yield { kind: 'start', start }
  yield { kind: 'table', table: { name: 'clinic.patients', columns: ['patient_id', 'note'] } }
  for (const bytes of pieces) {
    digest.take(bytes)
    yield { kind: 'rows', bytes }
  }
  yield { kind: 'end', end: { tables: [digest.end()], sequences: { 'clinic.x': 7 } } }
}

/** Lines that do not pack well, so that a sealed body has several pieces. */
const lines = (count: number) =>
  Array.from({ length: count }, (_, i) => Buffer.from(`${i}\t${randomBytes(48).toString('base64')}\n`))

let made = 0
async function write(pieces: Buffer[], key?: string, seal?: Seal): Promise<string> {
  made += 1
  const path = join(folder, `${made}.backup`)
  const draft = await beginFile(path)
  await draft.write(recordsOf(pieces), key, seal)
  await draft.place()
  return path
}

function check(path: string, key?: string) {
  return refusing(async () => {
    const file = await openWholeFile(path, key)
    return readThrough(file).finally(() => file.close())
  })
}

function alteredCopy(path: string, alter: (bytes: Buffer) => Buffer, hashAnew = false): string {
  const bytes = alter(readFileSync(path))
  if (hashAnew)
    createHash('sha256')
      .update(bytes.subarray(0, -32))
      .digest()
      .copy(bytes, bytes.length - 32)
  made += 1
  const copy = join(folder, `${made}.altered`)
  writeFileSync(copy, bytes)
  return copy
}

const flip = (at: number) => (bytes: Buffer) => {
  bytes[at]! ^= 1
  return bytes
}

describe('a backup file', () => {
  test.each([undefined, passphrase])('gives back what was written (passphrase: %s)', async (key) => {
    const path = await write(lines(4000), key)
    expect(await check(path, key)).toMatchObject({
      rows: 4000,
      isSealed: key !== undefined,
      manifest: { product: '1.2.3', migrations: ['0001-a'], sequences: { 'clinic.x': 7 } },
    })
  })

  test('is readable by its owner alone, and nothing is left beside it', async () => {
    const path = await write(lines(1))
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([])
  })

  test('never takes the place of a file that is there', async () => {
    const path = await write(lines(1))
    const draft = await beginFile(path)
    await draft.write(recordsOf(lines(1)), undefined)
    await expect(draft.place()).rejects.toMatchObject({ code: 'EEXIST' })
    await draft.remove()
    expect(await check(path)).toMatchObject({ rows: 1 })
  })

  test('sealed, shows nothing of what is in it', async () => {
    const row = Buffer.from(`1\t${'Léa Martin '.repeat(20)}\n`)
    expect(readFileSync(await write([row], passphrase, { ...newSeal(), n: 1024 })).includes('patients')).toBe(false)
  })
})

describe('a file that was changed is refused', () => {
  let plain: string
  let sealed: string
  beforeAll(async () => {
    plain = await write(lines(20))
    sealed = await write(lines(4000), passphrase, { ...newSeal(), n: 1024 })
  })
  const refusalOf = async (path: string, key?: string) => ((await check(path, key)) as BackupRefusal).refusal

  test('with one byte altered, wherever it is', async () => {
    const { size } = statSync(plain)
    const said = new Set<string>()
    for (let at = 0; at < size; at += 1) said.add(await refusalOf(alteredCopy(plain, flip(at))))
    expect([...said].sort()).toEqual(['BackupNewer', 'FileAltered', 'NotABackup'])
  })

  test('cut anywhere, or with something after its end', async () => {
    const { size } = statSync(plain)
    for (let length = 0; length < size; length += 7) {
      const said = await refusalOf(alteredCopy(plain, (bytes) => bytes.subarray(0, length)))
      expect(['FileAltered', 'NotABackup', 'BackupNewer']).toContain(said)
    }
    expect(await refusalOf(alteredCopy(plain, (bytes) => Buffer.concat([bytes, Buffer.from('x')])))).toBe('FileAltered')
  })

  test('with one byte altered in a sealed file', async () => {
    const { size } = statSync(sealed)
    for (const at of [30, 200, 70_000, size - 40, size - 1])
      expect(await refusalOf(alteredCopy(sealed, flip(at)), passphrase)).toBe('FileAltered')
  })

  test('also when its digest was made anew: what is sealed cannot be changed, cut, doubled or put elsewhere', async () => {
    const pieceBytes = 65_536 + 16
    const bodyAt = readFileSync(sealed).indexOf(10, 20) + 1
    const middle = bodyAt + 2 * pieceBytes
    const attempts: ((bytes: Buffer) => Buffer)[] = [
      flip(middle + 5),
      (bytes) => Buffer.concat([bytes.subarray(0, middle), bytes.subarray(-32)]),
      (bytes) => Buffer.concat([bytes.subarray(0, bodyAt + pieceBytes), bytes.subarray(bodyAt)]),
      (bytes) => {
        const [one, two] = [bodyAt, bodyAt + pieceBytes].map((at) => Buffer.from(bytes.subarray(at, at + pieceBytes)))
        two!.copy(bytes, bodyAt)
        one!.copy(bytes, bodyAt + pieceBytes)
        return bytes
      },
    ]
    for (const attempt of attempts)
      expect(['FileAltered', 'PassphraseWrong']).toContain(
        await refusalOf(alteredCopy(sealed, attempt, true), passphrase),
      )
  })

  test('with another passphrase, with none, or with one too many', async () => {
    expect(await refusalOf(sealed, 'another passphrase')).toBe('PassphraseWrong')
    expect(await refusalOf(sealed)).toBe('PassphraseMissing')
    expect(await refusalOf(plain, passphrase)).toBe('PassphraseNotNeeded')
  })

  test('when its list of contents says another thing, although every byte is as written', async () => {
    made += 1
    const path = join(folder, `${made}.backup`)
    const draft = await beginFile(path)
    const lying = async function* (): AsyncGenerator<BackupRecord> {
      for await (const record of recordsOf(lines(3)))
        yield record.kind === 'rows'
          ? { kind: 'rows', bytes: Buffer.from(String(record.bytes).replace('\t', '\tx')) }
          : record
    }
    await draft.write(lying(), undefined)
    await draft.place()
    expect(await check(path)).toMatchObject({
      refusal: 'FileAltered',
      says: expect.stringContaining('clinic.patients'),
    })
  })
})
