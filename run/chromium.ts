import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { type Command, runCommand } from './run-command.ts'

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const macPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * The path of a Chromium for the browser tests: `CHROMIUM` when set, else the system's, else Playwright's own download.
 * When there is none it is installed (as root on Debian and Ubuntu the system's package, else Playwright's download),
 * and `say` is told. Throws with what to do when that fails too.
 */
export async function getChromium(say: (line: string) => void): Promise<string> {
  const found = findChromium()
  if (found) return found

  say('There is no Chromium on this machine.')
  for (const command of listInstallations()) {
    say(`Installing it: ${[command.program, ...command.args].join(' ')}`)
    const { ok, output, seconds } = await runCommand(command)
    const installed = findChromium()
    if (ok && installed) {
      say(`Installed ${installed} in ${seconds.toFixed(0)} s.`)
      return installed
    }
    say(`That did not work: ${wordsOf(output)}`)
  }
  throw new Error('No Chromium: install one (Debian: apt-get install chromium), or set CHROMIUM to the path of one.')
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

function listInstallations(): Command[] {
  const download: Command = {
    program: process.execPath,
    args: ['node_modules/@playwright/test/cli.js', 'install', 'chromium'],
  }
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return [download]
  const systemPackage: Command = {
    program: 'sh',
    args: ['-c', 'apt-get update -q && apt-get install -q -y --no-install-recommends chromium'],
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  }
  return [systemPackage, download]
}

/** The line of an installer's output that says most: its first error, else its last line. */
function wordsOf(output: string): string {
  const lines = output.trim().split('\n')
  return (lines.find((line) => /^E:|error/i.test(line)) ?? lines.at(-1) ?? '').trim()
}
