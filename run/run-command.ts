import { type ChildProcess, spawn } from 'node:child_process'
import { dirname } from 'node:path'

export type Command = {
  program: string
  args: string[]
  /** Folder to run in; the present one when absent. */
  folder?: string
  env?: NodeJS.ProcessEnv
  /** After this the command and all that it started is ended, and it counts as failed. */
  limitMinutes?: number
}

export type CommandResult = { ok: boolean; output: string; seconds: number }

const running = new Set<ChildProcess>()

/**
 * Runs a command to its end and gathers what it wrote on both streams. Never throws: a program that is missing is a
 * result that is not ok. This Node comes first on its path, so that its own tools run on it too.
 */
export function runCommand({ program, args, folder, env, limitMinutes = 10 }: Command): Promise<CommandResult> {
  const startedAt = performance.now()
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(program, args, {
      cwd: folder,
      env: { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}`, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true, // its own process group, so that ending it ends everything that it started
    })
    running.add(child)
    const limit = setTimeout(() => {
      output += `\nEnded after ${limitMinutes} minutes, its limit.\n`
      endGroup(child)
    }, limitMinutes * 60_000)
    child.stdout.setEncoding('utf8').on('data', (text) => (output += text))
    child.stderr.setEncoding('utf8').on('data', (text) => (output += text))

    const finish = (ok: boolean) => {
      clearTimeout(limit)
      running.delete(child)
      resolve({ ok, output, seconds: (performance.now() - startedAt) / 1000 })
    }
    child.on('error', (error) => {
      output += `${program}: ${error.message}\n`
      finish(false)
    })
    child.on('close', (code) => finish(code === 0))
  })
}

/** Ends every command that still runs, with all that they started. */
export function endCommands(): void {
  for (const child of running) endGroup(child)
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, 'SIGTERM')
  } catch {
    // It ended by itself in the meantime.
  }
}
