/* Ends us when npm, which runs us, has ended: also when it was killed and could tell nobody. Plain JavaScript for Node 20. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { isatty } from 'node:tty'

const RUNNER = /(^|[/\s])(npm|npx|pnpm|yarn|bun)([-.\s]|$)/
const SHELL = /(^|[/\s])-?(sh|dash|bash|ash|zsh|busybox)(\s.*)?\s-c\s/

/**
 * Calls `end` once the runner is gone. Only npm (or its like) is watched, and the shell npm may have put between: never the
 * shell or terminal somebody started npm from, which may go while npm stays (`npm start &`, nohup, setsid).
 *
 * @param {() => void} end
 */
export function watchRunner(end) {
  const parent = process.ppid
  const runner = process.env.npm_lifecycle_event ? findRunner(parent) : undefined
  const hasTerminal = isatty(0) || isatty(1)
  let hungUpAt = 0
  // Under nohup a hang-up still ends npm (Node forgets that the signal was to be ignored): we go on without it.
  process.on('SIGHUP', () => {
    if (hasTerminal) end()
    else hungUpAt = Date.now()
  })
  if (runner === undefined) return
  const timer = setInterval(
    () => {
      const isHere = process.ppid === parent && (runner === parent || findParent(parent) === runner)
      if (isHere) return
      clearInterval(timer)
      setTimeout(() => {
        if (Date.now() - hungUpAt > 3_000) end()
      }, 50)
    },
    process.platform === 'linux' ? 200 : 1_000,
  )
  timer.unref()
}

/** @param {number} parent */
function findRunner(parent) {
  const line = commandOf(parent)
  if (!SHELL.test(line)) return RUNNER.test(line) ? parent : undefined
  const grandparent = findParent(parent)
  return grandparent && RUNNER.test(commandOf(grandparent)) ? grandparent : undefined
}

/** @param {number} pid */
function commandOf(pid) {
  if (process.platform !== 'linux') return ask(pid, 'command=')
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

/**
 * @param {number} pid
 * @returns {number | undefined}
 */
function findParent(pid) {
  if (process.platform !== 'linux') return Number(ask(pid, 'ppid=')) || undefined
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return undefined
  }
}

/**
 * @param {number} pid
 * @param {string} column
 */
function ask(pid, column) {
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}
