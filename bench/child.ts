import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/**
 * Runs a module of ours in its own process, so that who answers and who asks do not share a thread.
 * @param line what its first telling line looks like; the first group is what it tells
 */
export async function startChild(
  file: URL,
  args: string[],
  line: RegExp,
): Promise<{ told: string; stop(): Promise<void> }> {
  const child = spawn(process.execPath, [file.pathname, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const told = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${file.pathname} ended with ${code}`)))
    createInterface({ input: child.stdout }).on('line', (text) => {
      const found = line.exec(text)
      if (found?.[1]) resolve(found[1])
    })
  })
  return {
    told,
    stop: async () => {
      child.removeAllListeners('exit')
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** The demo clinic, as the browser suite serves it. */
export function startDemoClinic() {
  return startChild(new URL('../apps/clinic/e2e/serve-demo.ts', import.meta.url), [], /is at (\S+)/)
}
