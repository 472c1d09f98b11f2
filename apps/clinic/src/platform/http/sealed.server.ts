import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'

const cipher = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16

/**
 * Text that only this house can read or make, for a cookie (AES-256-GCM). What a visitor has answered before a hold
 * exists lives there, on their own device, and nowhere here.
 * @param purpose two purposes cannot read each other's text
 */
export function seal(secret: string, purpose: string, value: unknown): string {
  const iv = randomBytes(ivBytes)
  const encryption = createCipheriv(cipher, keyFor(secret, purpose), iv)
  const body = Buffer.concat([encryption.update(JSON.stringify(value), 'utf8'), encryption.final()])
  return Buffer.concat([iv, encryption.getAuthTag(), body]).toString('base64url')
}

/** What `seal` closed, or undefined for anything else: another key, another purpose, a changed byte. */
export function unseal(secret: string, purpose: string, text: string | undefined): unknown {
  if (!text) return undefined
  try {
    const bytes = Buffer.from(text, 'base64url')
    const decryption = createDecipheriv(cipher, keyFor(secret, purpose), bytes.subarray(0, ivBytes))
    decryption.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
    const body = Buffer.concat([decryption.update(bytes.subarray(ivBytes + tagBytes)), decryption.final()])
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

/** 128 random bits for a link or a hold, as 22 characters that a URL carries unchanged. */
export function newToken(): string {
  return randomBytes(16).toString('base64url')
}

/** The same token each time for the same subject, so that a retried confirmation gives the same link. */
export function derivedToken(secret: string, purpose: string, subjectId: string): string {
  return createHmac('sha256', keyFor(secret, purpose)).update(subjectId).digest().subarray(0, 16).toString('base64url')
}

/** Only this is stored of a token. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

function keyFor(secret: string, purpose: string): Buffer {
  return createHmac('sha256', secret).update(`pointille ${purpose}`).digest()
}
