import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const macPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * The path of a Chromium for the browser tests: `CHROMIUM` when set, else the system's, else Playwright's own download.
 * When there is none it is installed (the system's package as root on Debian and Ubuntu, else Playwright's download),
 * and `say` is told. Throws with what to do when that fails too.
 */
export function getChromium(say: (line: string) => void): string {
  const found = findChromium()
  if (found) return found

  for (const [command, ...args] of installations()) {
    say(`No Chromium on this machine; installing it: ${command} ${args.join(' ')}`)
    const result = spawnSync(command, args, {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    if (result.status !== 0)
      say(`That did not work: ${lastLines(result.stderr || result.stdout || String(result.error))}`)
    const installed = findChromium()
    if (installed) return installed
  }
  throw new Error(
    'No Chromium. Install one (Debian: apt-get install chromium) or set CHROMIUM to the path of its program.',
  )
}

/** The path of a Chromium that is already here, or undefined. Throws when `CHROMIUM` names a file that does not exist. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.CHROMIUM) {
    if (existsSync(env.CHROMIUM)) return env.CHROMIUM
    throw new Error(`CHROMIUM is set to ${env.CHROMIUM}, which does not exist.`)
  }
  const onPath = (env.PATH ?? '').split(delimiter).flatMap((folder) => systemNames.map((name) => join(folder, name)))
  return [...onPath, ...macPaths, chromium.executablePath()].find((path) => path !== '' && existsSync(path))
}

type Command = [command: string, ...args: string[]]

function installations(): Command[] {
  const download: Command = [
    process.execPath,
    join('node_modules', '@playwright', 'test', 'cli.js'),
    'install',
    'chromium',
  ]
  const asRoot = process.getuid?.() === 0
  const hasApt = existsSync('/usr/bin/apt-get')
  if (!asRoot || !hasApt) return [download]
  // One command per line so that a stale package list, the usual reason for a failed install, is refreshed first.
  return [['sh', '-c', 'apt-get update -q && apt-get install -q -y --no-install-recommends chromium'], download]
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-3).join(' | ')
}
