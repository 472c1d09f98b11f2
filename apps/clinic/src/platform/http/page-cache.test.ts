import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { makeClinicCache } from '../house/clinic-cache.ts'
import { makePageCache } from './page-cache.server.ts'

const html = { 'content-type': 'text/html', 'x-kind': 'page' }
const headers = (values: Record<string, string> = {}) => new Headers(values)

/** A cache with a clock to move and a page that counts how often it was made. */
function makeDesk(page: (times: number) => Response = (times) => new Response(`page ${times}`, { headers: html })) {
  let now = 0
  let times = 0
  const clinics = makeClinicCache(() => now)
  const ask = makePageCache(clinics)
  return {
    ask: (asked: Record<string, string> = {}, { clinic = 'a', key = '/fr' } = {}) =>
      ask(clinic, key, headers(asked), async () => {
        times += 1
        return page(times)
      }),
    pass: (ms: number) => {
      now += ms
    },
    clear: (clinic: string) => clinics.clear(clinic),
    times: () => times,
  }
}

describe('the page cache', () => {
  it('makes a page once, for readers who come at once and for those who come later', async () => {
    const desk = makeDesk()
    const answers = await Promise.all([desk.ask(), desk.ask(), desk.ask()])
    for (const answer of [...answers, await desk.ask()]) expect(await answer.text()).toBe('page 1')
    expect(desk.times()).toBe(1)
  })

  it('makes it again when its clinic changed, and only then', async () => {
    const desk = makeDesk()
    await desk.ask()
    desk.clear('another')
    expect(await (await desk.ask()).text()).toBe('page 1')
    desk.clear('a')
    expect(await (await desk.ask()).text()).toBe('page 2')
  })

  it('makes it again after a few seconds, for bells that were missed', async () => {
    const desk = makeDesk()
    await desk.ask()
    desk.pass(10_000)
    expect(await (await desk.ask()).text()).toBe('page 2')
  })

  it('keeps clinics and addresses apart', async () => {
    const desk = makeDesk()
    const texts = []
    for (const place of [{ clinic: 'a' }, { clinic: 'b' }, { key: '/en' }, { clinic: 'a' }])
      texts.push(await (await desk.ask({}, place)).text())
    expect(texts).toEqual(['page 1', 'page 2', 'page 3', 'page 1'])
  })

  it('sends what the reader can read', async () => {
    const long = 'point '.repeat(500)
    const desk = makeDesk(() => new Response(long, { headers: html }))
    const read = async (accepted: string) => {
      const answer = await desk.ask({ 'accept-encoding': accepted })
      return { encoding: answer.headers.get('content-encoding'), bytes: Buffer.from(await answer.arrayBuffer()) }
    }
    const br = await read('gzip, deflate, br')
    expect(br.encoding).toBe('br')
    expect(brotliDecompressSync(br.bytes).toString()).toBe(long)
    const zipped = await read('gzip, br;q=0')
    expect(zipped.encoding).toBe('gzip')
    expect(gunzipSync(zipped.bytes).toString()).toBe(long)
    const plain = await read('')
    expect(plain.encoding).toBeNull()
    expect(plain.bytes.toString()).toBe(long)
  })

  it('tells a reader who holds this very page that it still stands, and gives a changed one', async () => {
    const desk = makeDesk()
    const first = await desk.ask()
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toBe('no-cache')
    expect(first.headers.get('vary')).toBe('accept-encoding')
    expect(first.headers.get('x-kind')).toBe('page')
    const again = await desk.ask({ 'if-none-match': `"other", ${etag}` })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    desk.clear('a')
    expect((await desk.ask({ 'if-none-match': etag })).status).toBe(200)
  })

  it.each([
    ['sets a cookie', new Headers({ ...html, 'set-cookie': 'a=b' }), 200],
    ['is for its reader alone', new Headers({ ...html, 'cache-control': 'private' }), 200],
    ['is no page', new Headers({ 'content-type': 'text/plain' }), 200],
    ['is an error', new Headers(html), 500],
  ])('never keeps an answer that %s', async (_, given, status) => {
    const desk = makeDesk((times) => new Response(`answer ${times}`, { headers: given, status }))
    const texts = await Promise.all((await Promise.all([desk.ask(), desk.ask()])).map((answer) => answer.text()))
    expect(new Set(texts).size).toBe(2)
    const later = await desk.ask()
    expect(await later.text()).toBe('answer 3')
    expect(later.status).toBe(status)
  })

  it('forgets a failure', async () => {
    const desk = makeDesk((times) => {
      if (times === 1) throw new Error('the database is away')
      return new Response('page', { headers: html })
    })
    await expect(desk.ask()).rejects.toThrow('away')
    expect(await (await desk.ask()).text()).toBe('page')
  })
})
