import type { Writable } from 'node:stream'

const BAR_WIDTH = 24

export type Progress = {
  /** Says how much of the work is done, in the unit of `total`. */
  reach(done: number): void
  /** Ends the bar; the line stays. */
  end(): void
}

/**
 * Tells how long work is getting on, on the error stream so that the output stays clean: a bar that is redrawn on a
 * terminal, one line every ten percent in a log. Work that is over within `afterMs` says nothing.
 */
export function showProgress(
  label: string,
  total: number,
  stream: Writable & { isTTY?: boolean } = process.stderr,
  afterMs = 500,
): Progress {
  const startedAt = performance.now()
  let told = -1
  const write = (percent: number) => {
    if (stream.isTTY) {
      const full = Math.round((percent / 100) * BAR_WIDTH)
      stream.write(`\r${label} ${'●'.repeat(full)}${'○'.repeat(BAR_WIDTH - full)} ${String(percent).padStart(3)} %`)
    } else stream.write(`${label} ${percent} %\n`)
    told = percent
  }
  const step = stream.isTTY ? 1 : 10
  return {
    reach(done) {
      const share = total > 0 ? Math.min(1, done / total) : 1
      const percent = Math.floor((100 * share) / step) * step
      if (percent <= told || percent === 0 || performance.now() - startedAt < afterMs) return
      write(percent)
    },
    end() {
      if (stream.isTTY && told >= 0) stream.write('\n')
    },
  }
}
