import { createServer, type IncomingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeShelf, type Shelf } from './shelf.server.ts'

let shelf: Shelf
let at = 0
let made = 0
let make: () => Response
let whileMaking = () => {}
let close: () => Promise<void>
let port: number

beforeEach(async () => {
  at = made = 0
  whileMaking = () => {}
  make = () => new Response(`answer ${made} ${'x'.repeat(2_000)}`)
  shelf = makeShelf(() => at)
  const server = createServer(async (asked, sent) => {
    if (shelf.answer(asked, sent)) return
    const place = shelf.place(asked)
    made++
    const response = make()
    whileMaking()
    const { status, headers, body } = place ? await place(response) : response
    sent.writeHead(status, Object.fromEntries(headers))
    for await (const part of body ?? []) sent.write(part)
    sent.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
  close = () => new Promise((resolve) => server.close(() => resolve()))
})
afterEach(() => close())

function ask(
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<{ headers: IncomingHttpHeaders; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path: '/a', method, headers, agent: false }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => resolve({ headers: answer.headers, body: Buffer.concat(parts) }))
    })
    asked.on('error', reject).end()
  })
}

test('the second asker gets the same bytes without anything being made', async () => {
  const first = await ask({ 'accept-encoding': 'br' })
  const second = await ask({ 'accept-encoding': 'br' })
  expect(made).toBe(1)
  expect(second.body).toEqual(first.body)
  expect(second.headers['content-encoding']).toBe('br')
  expect(brotliDecompressSync(second.body).toString()).toMatch(/^answer 1 /)
  expect((await ask()).body.toString()).toMatch(/^answer 2 /)
})

test('an answer lies there a second, and not beyond a change', async () => {
  await ask()
  at = 1_001
  await ask()
  expect(made).toBe(2)
  shelf.clear()
  await ask()
  expect(made).toBe(3)
})

test('what was begun before a change is not kept after it', async () => {
  whileMaking = () => shelf.clear()
  await ask()
  await ask()
  expect(made).toBe(2)
})

test('nothing is kept of a request that says who asks, nor shown to one', async () => {
  await ask()
  await ask({ cookie: 'a=b' })
  await ask({ 'if-none-match': '"x"' })
  await ask({}, 'POST')
  expect(made).toBe(4)
})

test('a refusal and an answer with a cookie are passed on and not kept', async () => {
  make = () => new Response('no', { status: 404 })
  await ask()
  await ask()
  make = () => new Response('yours', { headers: { 'set-cookie': 'a=b' } })
  await ask()
  await ask()
  expect(made).toBe(4)
})
