import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { ensureBuilt } from '../../../run/build.ts'

const clone = resolve(import.meta.dirname, '../../..')
const program = join(import.meta.dirname, 'serve.ts')
const endWithParent = new URL('../../../run/end-with-parent.ts', import.meta.url).href

export type Server = {
  address: string
  /** Everything the process complained of. */
  complaints(): string
  /** kill -9, and waits for the end. */
  kill(): Promise<void>
}

/** Starts server processes of the built application on one database; builds it first where it is not. */
export async function startServers(
  count: number,
  databaseUrl: string,
  environment: Record<string, string> = { POINTILLE_RATE_LIMIT: 'off' },
): Promise<Server[]> {
  await ensureBuilt(clone, () => {})
  return Promise.all(Array.from({ length: count }, () => startServer(databaseUrl, environment)))
}

async function startServer(databaseUrl: string, environment: Record<string, string>): Promise<Server> {
  const child: ChildProcess = spawn(process.execPath, ['--import', endWithParent, program], {
    env: { ...process.env, ...environment, DATABASE_URL: databaseUrl, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const ended = once(child, 'close')
  let complaints = ''
  child.stderr?.on('data', (text) => {
    complaints += text
  })
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (text) => resolve(String(text).trim().split('\n').at(-1) ?? ''))
    child.once('close', () => reject(new Error(`a server process ended before it served: ${complaints}`)))
  })
  return {
    address,
    complaints: () => complaints,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
