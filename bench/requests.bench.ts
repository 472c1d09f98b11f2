import autocannon from 'autocannon'
import { Temporal } from 'temporal-polyfill'
import type { Measurement } from '../run/bench-line.ts'
import { startChild, startDemoClinic } from './child.ts'

export const name = 'requests a second, against a bare node:http answering the same bytes'

const connections = 16
const secondsEach = 4
const rounds = 3
const acceptEncoding = 'br, gzip'

/** Home, and one week of free starts: the two requests that a busy day repeats. */
export async function* run(): AsyncIterable<Measurement> {
  const clinic = await startDemoClinic()
  try {
    const today = Temporal.Now.plainDateISO()
    const week = `from=${today}&to=${today.add({ days: 6 })}`
    yield* compare('home', `${clinic.told}/fr`)
    yield* compare(
      'free starts of a week',
      `${clinic.told}/api/v1/clinics/demo-be/free-starts?service=treatment&${week}`,
    )
  } finally {
    await clinic.stop()
  }
}

async function* compare(what: string, address: string): AsyncIterable<Measurement> {
  const bare = await startChild(new URL('./bare-server.ts', import.meta.url), [address, acceptEncoding], /at (\S+)$/)
  try {
    const ours: number[] = []
    const peers: number[] = []
    await load(address, 1)
    await load(bare.told, 1)
    // In turn, so that a machine that slows down slows both.
    for (let round = 0; round < rounds; round++) {
      ours.push(await load(address, secondsEach))
      peers.push(await load(bare.told, secondsEach))
    }
    yield {
      name: `requests: ${what}`,
      value: median(ours),
      unit: 'requests/s',
      peer: 'node:http, same bytes',
      peerValue: median(peers),
      goal: '>=0.1',
    }
  } finally {
    await bare.stop()
  }
}

async function load(url: string, duration: number): Promise<number> {
  const result = await autocannon({ url, connections, duration, headers: { 'accept-encoding': acceptEncoding } })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} answers were not 2xx, ${result.errors} errors`)
  return result.requests.average
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}
