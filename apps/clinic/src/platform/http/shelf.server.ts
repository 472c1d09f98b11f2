import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, gzip, constants as zlib } from 'node:zlib'
import { bestEncoding } from './encoding.ts'

/**
 * Finished answers that are the same for everyone, as bytes, in front of the application: a busy hour asks for the same
 * page and the same week of free starts again and again. An answer lies there a second at most, and none outlives a change.
 */
export type Shelf = {
  /** Sends the answer that lies there for this request; false when there is none. */
  answer(request: IncomingMessage, response: ServerResponse): boolean
  /** Where this request's answer may be laid when it is made; undefined for a request that is somebody's own. */
  place(request: IncomingMessage): Place | undefined
  clear(): void
}

/** Lays a finished answer on the shelf and gives it back to be sent. What is not a plain 200 is only given back. */
export type Place = (response: Response) => Promise<Response>

const maxAgeMs = 1_000
const mostAnswers = 512
const longestAddress = 512
const smallestToCompress = 1_024

type Answer = { headers: Record<string, string>; bytes: Uint8Array<ArrayBuffer>; laidAt: number }

/** @param now real time in ms, for ageing only */
export function makeShelf(now: () => number): Shelf {
  // Replaced, not emptied: an answer that was being made before a change is laid into the old one, where nobody looks.
  let answers = new Map<string, Answer>()
  return {
    answer: (request, response) => {
      const key = keyOf(request)
      const found = key === undefined ? undefined : answers.get(key)
      if (!found || now() - found.laidAt > maxAgeMs) return false
      response.writeHead(200, found.headers).end(found.bytes)
      return true
    },
    place: (request) => {
      const key = keyOf(request)
      if (key === undefined) return undefined
      const shelf = answers
      return async (response) => {
        if (response.status !== 200 || response.headers.has('set-cookie')) return response
        const { headers, bytes } = await pack(response, request.headers['accept-encoding'])
        if (shelf.size >= mostAnswers) shelf.clear()
        shelf.set(key, { headers, bytes, laidAt: now() })
        return new Response(bytes, { headers })
      }
    },
    clear: () => {
      answers = new Map()
    },
  }
}

/** What tells two plain requests apart; undefined for one that says who asks, or which version it holds. */
function keyOf({ method, url, headers }: IncomingMessage): string | undefined {
  if (method !== 'GET' || !url || url.length > longestAddress) return undefined
  if (headers.cookie || headers.authorization || headers['if-none-match']) return undefined
  return `${headers.host} ${url} ${bestEncoding(headers['accept-encoding'])} ${headers['accept-language'] ?? ''}`
}

async function pack(response: Response, accepted: string | undefined): Promise<Pick<Answer, 'headers' | 'bytes'>> {
  const headers = Object.fromEntries(response.headers)
  let bytes = new Uint8Array(await response.arrayBuffer())
  const encoding = bestEncoding(accepted)
  if (!headers['content-encoding'] && encoding !== 'identity' && bytes.length >= smallestToCompress) {
    const params = { [zlib.BROTLI_PARAM_QUALITY]: 5, [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.length }
    const packed = encoding === 'br' ? promisify(brotliCompress)(bytes, { params }) : promisify(gzip)(bytes)
    bytes = new Uint8Array(await packed)
    headers['content-encoding'] = encoding
  }
  headers.vary = 'accept-encoding'
  headers['content-length'] = String(bytes.length)
  return { headers, bytes }
}
