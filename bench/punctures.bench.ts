import { execFileSync, spawnSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { countOverlaps, makeRandom, makeStencils, type PlacedHoles, type Stencils } from '@pointille/healing'
import type { Measurement } from '../run/bench-line.ts'

export const name = 'five million punctures on 75 million cells, against the same algorithm in C'

const holesCount = 5_000_000
/** 43 x 43 mm in cells of 5 µm. */
const area = { columns: 8660, rows: 8660 }
const rounds = 7

/** Ours and gcc's count the same holes in the same run, and must agree cell for cell. */
export async function* run(): AsyncIterable<Measurement> {
  if (spawnSync('gcc', ['--version']).status !== 0) {
    console.error('punctures: skipped, because there is no gcc to build the peer with (Debian: apt-get install gcc)')
    return
  }
  const stencils = makeStencils(Float64Array.from({ length: 8 }, (_, at) => 5 + 0.6 * at))
  const holes = scatter()
  const folder = mkdtempSync(join(tmpdir(), 'pointille-punctures-'))
  try {
    const runPeer = buildPeer(folder, holes, stencils)
    let ours = Number.POSITIVE_INFINITY
    let peers = Number.POSITIVE_INFINITY
    // In turn, so that a machine that is busy for a while slows both; the fastest of each counts.
    for (let round = 0; round < rounds; round++) {
      const peer = runPeer()
      const from = performance.now()
      const counts = countOverlaps(holes, stencils, area)
      ours = Math.min(ours, performance.now() - from)
      peers = Math.min(peers, peer.ms)
      if (counts.join() !== peer.counts.join()) throw new Error('ours and the peer count differently')
    }
    yield {
      name: 'punctures: 5 M on 75 M cells',
      value: ours,
      unit: 'ms',
      peer: 'the same in C, gcc -O3',
      peerValue: peers,
      goal: '<=2',
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function scatter(): PlacedHoles {
  const random = makeRandom(5)
  const x = new Float32Array(holesCount)
  const y = new Float32Array(holesCount)
  const radius = new Uint8Array(holesCount)
  for (let at = 0; at < holesCount; at++) {
    x[at] = random.uniform() * area.columns
    y[at] = random.uniform() * area.rows
    radius[at] = random.integer(8)
  }
  return { count: holesCount, x, y, radius }
}

/** Builds the program and its input; the answer runs it once. */
function buildPeer(folder: string, holes: PlacedHoles, stencils: Stencils): () => { ms: number; counts: number[] } {
  const program = join(folder, 'punctures')
  const source = fileURLToPath(new URL('peers/punctures.c', import.meta.url))
  execFileSync('gcc', ['-O3', '-march=native', '-o', program, source])
  const input = join(folder, 'holes.bin')
  const { start, end, top, left, right, reach } = stencils
  const header = Int32Array.of(holes.count, area.columns, area.rows, start.length, left.length, reach)
  for (const { buffer } of [header, holes.x, holes.y, holes.radius, start, end, top, left, right])
    appendFileSync(input, new Uint8Array(buffer))
  return () => {
    const [ms, ...counts] = execFileSync(program, [input], { encoding: 'utf8' }).trim().split(' ').map(Number)
    return { ms: ms!, counts }
  }
}
