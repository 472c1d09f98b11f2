import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, gzip, constants as zlib } from 'node:zlib'
import type { ClinicCache } from '../house/clinic-cache.ts'
import { bestEncoding, type Encoding } from './encoding.ts'

/** How long a page may be said again without asking whether something changed; the bell clears it sooner. */
const maxAgeMs = 5_000
/** Pages kept at once, over all clinics and host names. A page is 20 to 200 KB. */
const mostPages = 256

/**
 * Answers with the page that is kept for this clinic and key, or renders it and keeps it, compressed.
 * @param key tells two pages of a clinic apart: host, path and language are in an address, so the address will do
 * @param asked the reader's headers: which encodings, and which version they hold already
 * @param render makes the page; a page that sets a cookie, forbids keeping or is no HTML is passed on and not kept
 */
export type PageCache = (
  clinicId: string,
  key: string,
  asked: Headers,
  render: () => Promise<Response>,
) => Promise<Response>

type Page = { etag: string; headers: [string, string][]; forms: Record<Encoding, Uint8Array<ArrayBuffer>> }
type Kept = { mark: object; page: Promise<Page | undefined> }

/**
 * Keeps public pages as they go over the wire. It holds only what anyone may read: ask it for nobody in particular.
 * @param cache the house's: a mark lives there for each clinic, and a page is good for as long as its mark
 */
export function makePageCache(cache: ClinicCache): PageCache {
  const pages = new Map<string, Kept>()

  return async (clinicId, key, asked, render) => {
    const mark = await cache.get<object>(clinicId, 'pages', maxAgeMs, async () => ({}))
    const place = `${clinicId} ${key}`
    const known = pages.get(place)
    if (known?.mark === mark) {
      const page = await known.page
      return page ? answer(page, asked) : render()
    }
    let passedOn: Response | undefined
    const page = render().then(async (response) => {
      if (mayBeKept(response)) return pack(response, await known?.page.catch(() => undefined))
      passedOn = response
    })
    keep(pages, place, { mark, page })
    // A failure is never remembered.
    page.catch(() => pages.delete(place))
    const made = await page
    return made ? answer(made, asked) : (passedOn ?? render())
  }
}

function keep(pages: Map<string, Kept>, place: string, kept: Kept): void {
  pages.delete(place)
  const oldest = pages.keys().next()
  if (pages.size >= mostPages && !oldest.done) pages.delete(oldest.value)
  pages.set(place, kept)
}

function mayBeKept({ status, headers }: Response): boolean {
  const isHtml = headers.get('content-type')?.startsWith('text/html') === true
  return (
    status === 200 &&
    isHtml &&
    !headers.has('set-cookie') &&
    !/no-store|private/.test(headers.get('cache-control') ?? '')
  )
}

/** Compresses hard, because a page is sent many times; one that came out as before keeps what it had. */
async function pack(response: Response, before: Page | undefined): Promise<Page> {
  const body = new Uint8Array(await response.arrayBuffer())
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = [...response.headers].filter(([name]) => !['content-length', 'etag', 'vary'].includes(name))
  if (before?.etag === etag) return { ...before, headers }
  const [br, zipped] = await Promise.all([
    promisify(brotliCompress)(body, { params: { [zlib.BROTLI_PARAM_SIZE_HINT]: body.length } }),
    promisify(gzip)(body, { level: 9 }),
  ])
  return { etag, headers, forms: { br: new Uint8Array(br), gzip: new Uint8Array(zipped), identity: body } }
}

/** `no-cache`: a browser keeps the page and asks each time whether it still stands, so that a change shows at once. */
function answer({ etag, headers, forms }: Page, asked: Headers): Response {
  const sent = new Headers(headers)
  sent.set('etag', etag)
  sent.set('cache-control', 'no-cache')
  sent.set('vary', 'accept-encoding')
  if (holds(asked.get('if-none-match'), etag)) return new Response(null, { status: 304, headers: sent })
  const encoding = bestEncoding(asked.get('accept-encoding'))
  if (encoding !== 'identity') sent.set('content-encoding', encoding)
  sent.set('content-length', String(forms[encoding].length))
  return new Response(forms[encoding], { headers: sent })
}

function holds(held: string | null, etag: string): boolean {
  return held?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag.slice(2)) === true
}
