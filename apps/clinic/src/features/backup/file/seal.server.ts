import { createCipheriv, createDecipheriv, createHash, randomBytes, scrypt } from 'node:crypto'
import { Refused } from '../refusal.ts'

/**
 * A passphrase over a backup: scrypt makes the key, AES-256-GCM closes the body in pieces of `pieceBytes`, each with its
 * place in the nonce and the last one marked, so that none can be changed, moved, dropped or added. The header is bound in.
 */
export type Seal = {
  kdf: 'scrypt'
  n: number
  r: number
  p: number
  salt: string
  cipher: 'aes-256-gcm'
  pieceBytes: number
}

const tagBytes = 16
const strongestN = 2 ** 20

export function newSeal(): Seal {
  const salt = randomBytes(16).toString('hex')
  return { kdf: 'scrypt', n: 2 ** 17, r: 8, p: 1, salt, cipher: 'aes-256-gcm', pieceBytes: 65_536 }
}

/** Whether a seal read from a file is one that we make: sizes beyond it would only wear the machine out. */
export function isSeal(seal: Partial<Seal>): seal is Seal {
  const within = (value: unknown, high: number) =>
    Number.isInteger(value) && Number(value) >= 1 && Number(value) <= high
  return (
    seal.kdf === 'scrypt' &&
    seal.cipher === 'aes-256-gcm' &&
    within(seal.n, strongestN) &&
    within(seal.r, 16) &&
    within(seal.p, 4) &&
    within(seal.pieceBytes, 2 ** 24) &&
    /^[0-9a-f]{32}$/.test(String(seal.salt))
  )
}

/** 32 bytes from a passphrase; takes some tenths of a second, on purpose. */
export function deriveKey(passphrase: string, { n, r, p, salt }: Seal): Promise<Buffer> {
  const limits = { N: n, r, p, maxmem: 256 * n * r }
  return new Promise((resolve, reject) =>
    scrypt(passphrase.normalize('NFC'), Buffer.from(salt, 'hex'), 32, limits, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  )
}

export async function* close(
  source: AsyncIterable<Buffer>,
  key: Buffer,
  seal: Seal,
  header: Buffer,
): AsyncGenerator<Buffer> {
  const bound = createHash('sha256').update(header).digest()
  for await (const { piece, place, isLast } of inPieces(source, seal.pieceBytes)) {
    const cipher = createCipheriv(seal.cipher, key, nonceOf(place, isLast)).setAAD(bound)
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()])
  }
}

/** @throws Refused: a passphrase that does not fit (told by the first piece), or a piece that was changed */
export async function* open(
  source: AsyncIterable<Buffer>,
  key: Buffer,
  seal: Seal,
  header: Buffer,
): AsyncGenerator<Buffer> {
  const bound = createHash('sha256').update(header).digest()
  for await (const { piece, place, isLast } of inPieces(source, seal.pieceBytes + tagBytes)) {
    yield openPiece(piece, place, () => createDecipheriv(seal.cipher, key, nonceOf(place, isLast)).setAAD(bound))
  }
}

function openPiece(piece: Buffer, place: number, makeDecipher: () => ReturnType<typeof createDecipheriv>): Buffer {
  try {
    const decipher = makeDecipher() as ReturnType<typeof createDecipheriv> & { setAuthTag(tag: Buffer): void }
    const end = piece.length - tagBytes
    decipher.setAuthTag(piece.subarray(end))
    return Buffer.concat([decipher.update(piece.subarray(0, end)), decipher.final()])
  } catch {
    if (place === 0)
      throw new Refused('PassphraseWrong', 'The passphrase does not open this file. Give the one it was sealed with.')
    throw new Refused('FileAltered', 'The file was altered after it was sealed. Use another copy.')
  }
}

type Piece = { piece: Buffer; place: number; isLast: boolean }

/** Cuts into pieces of one size; the last may be shorter, and is told apart by being the last. */
async function* inPieces(source: AsyncIterable<Buffer>, size: number): AsyncGenerator<Piece> {
  let held: Buffer = Buffer.alloc(0)
  let place = 0
  for await (const chunk of source) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
    for (; held.length > size; place += 1) {
      yield { piece: held.subarray(0, size), place, isLast: false }
      held = held.subarray(size)
    }
  }
  yield { piece: held, place, isLast: true }
}

/** Twelve bytes: the place, and one that marks the end. A key belongs to one file, so no nonce comes twice. */
function nonceOf(place: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeBigUInt64BE(BigInt(place), 3)
  nonce.writeUInt8(isLast ? 1 : 0, 11)
  return nonce
}
