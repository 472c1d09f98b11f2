import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/*
 * The peer of the request benchmarks: `node:http` with nothing around it, answering the very bytes that the clinic
 * answered. Nothing that runs in Node can be much faster, so the ratio says what our own work costs.
 */
const [address, acceptEncoding] = process.argv.slice(2) as [string, string]
const original = await fetch(address, { headers: { 'accept-encoding': acceptEncoding } })
const contentType = original.headers.get('content-type') ?? 'text/plain'
const bytes = Buffer.from(await rawBody(address, acceptEncoding))

const server = createServer((_, response) => {
  response.writeHead(200, { 'content-type': contentType, 'content-length': bytes.length })
  response.end(bytes)
})
server.listen(0, '127.0.0.1', () =>
  console.log(`bare server at http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
)
process.once('SIGTERM', () => process.exit(0))

/** fetch unpacks what it gets; the peer must send the packed bytes, so they are read without it. */
async function rawBody(url: string, encoding: string): Promise<Uint8Array> {
  const { request } = await import('node:http')
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { 'accept-encoding': encoding } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => resolve(Buffer.concat(parts)))
    })
    asked.on('error', reject)
    asked.end()
  })
}
