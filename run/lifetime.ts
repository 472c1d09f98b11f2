import { setTimeout as delay } from 'node:timers/promises'
import { LaunchFault } from './launch-fault.ts'

/** How long one part may take to close before we go on without it. */
const CLOSING_LIMIT_MS = 8_000

export interface Lifetime {
  /** Has something closed at the end; what was opened last is closed first. */
  closeAtEnd(close: () => Promise<void>): void
  readonly isEnding: boolean
  /** Closes everything and exits. Safe to call twice. */
  end(exitCode: number): Promise<void>
}

/**
 * Runs a program until it is asked to stop (Ctrl-C, SIGTERM, the end of its parent) or fails, then closes what it opened. A
 * LaunchFault is told in its one line, anything else with its stack.
 */
export function live(program: (lifetime: Lifetime) => Promise<void>): void {
  const closings: (() => Promise<void>)[] = []
  let endingSince = 0
  const lifetime: Lifetime = {
    get isEnding() {
      return endingSince > 0
    },
    closeAtEnd: (close) => closings.push(close),
    async end(exitCode) {
      if (endingSince) return
      endingSince = Date.now()
      // A connection torn by our own ending, in the midst of a migration say, is no news.
      process.on('uncaughtException', () => {})
      for (const close of closings.reverse()) {
        await Promise.race([close().catch(tell), delay(CLOSING_LIMIT_MS)])
      }
      process.exit(exitCode)
    },
  }
  const stop = () => {
    // Ctrl-C reaches us from the terminal and again from our parent; only a later one means impatience.
    if (endingSince && Date.now() - endingSince > 1_000) process.exit(1)
    void lifetime.end(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  // A hang-up is judged by run/start.mjs; when it decides to end, our channel to it closes.
  process.on('SIGHUP', () => {})
  // Whoever read our output may be gone (a closed terminal, `| head`): that is no reason to stop serving.
  process.stdout.on('error', () => {})
  process.stderr.on('error', () => {})
  program(lifetime).catch((error) => {
    if (endingSince) return
    tell(error)
    void lifetime.end(1)
  })
}

function tell(error: unknown): void {
  console.error(error instanceof LaunchFault ? `\n${error.message}\n` : error)
}
