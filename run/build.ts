import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { takeClaim } from './claim.ts'
import { LaunchFault } from './launch-fault.ts'

const END_WITH_PARENT = new URL('./end-with-parent.ts', import.meta.url).href

/** What a built page can depend on; tests and what a build makes are left out. */
const SOURCES = [
  'package-lock.json',
  'apps/clinic/*.{ts,js,json}',
  'apps/clinic/{src,static}/**/*',
  'packages/*/package.json',
  'packages/*/src/**/*',
]
const NO_SOURCES = /\.test\.ts$|(^|\/)(node_modules|\.svelte-kit|build)(\/|$)/

/**
 * Builds the pages unless they are built from exactly these sources already. Two processes of one clone take turns.
 * The mark is kept in the clone, beside what it speaks of, wherever the data are.
 */
export async function ensureBuilt(clone: string, say: (line: string) => void): Promise<void> {
  const home = join(clone, '.pointille')
  const mark = join(home, 'build.json')
  const isBuilt = (sources: string) =>
    existsSync(join(clone, 'apps/clinic/build/handler.js')) && readMark(mark) === sources
  const sources = hashSources(clone)
  if (isBuilt(sources)) return

  mkdirSync(home, { recursive: true, mode: 0o711 })
  const claim = await waitForClaim(join(home, 'building.json'))
  try {
    if (isBuilt(sources)) return
    say('Building the pages; this happens once after each change.')
    rmSync(mark, { force: true })
    await build(join(clone, 'apps/clinic'))
    writeFileSync(mark, `${JSON.stringify({ sources })}\n`)
  } finally {
    claim.release()
  }
}

/** SHA-256 over the names and contents of everything that goes into the pages. */
export function hashSources(clone: string): string {
  const hash = createHash('sha256')
  const files = globSync(SOURCES, { cwd: clone, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(clone.length + 1))
    .filter((file) => !NO_SOURCES.test(file))
  for (const file of [...new Set(files)].sort()) {
    const content = createHash('sha256')
      .update(readFileSync(join(clone, file)))
      .digest('hex')
    hash.update(`${file}\0${content}\n`)
  }
  return hash.digest('hex')
}

function readMark(file: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { sources?: string }).sources
  } catch {
    return undefined
  }
}

async function waitForClaim(file: string) {
  for (;;) {
    const claim = takeClaim(file)
    if (claim.held) return claim
    await delay(200)
  }
}

/** Silent when it succeeds. The builder ends with us, even when we are killed: nobody would use what it makes. */
async function build(clinic: string): Promise<void> {
  const vite = join(dirname(createRequire(join(clinic, 'package.json')).resolve('vite/package.json')), 'bin/vite.js')
  const child = spawn(process.execPath, ['--import', END_WITH_PARENT, vite, 'build', '--logLevel', 'warn'], {
    cwd: clinic,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  child.stdout?.on('data', (text) => (output += text))
  child.stderr?.on('data', (text) => (output += text))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new LaunchFault(`The pages could not be built:\n${output.trim()}`)
}
