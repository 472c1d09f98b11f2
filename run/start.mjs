/*
 * The first step of every command: `node run/start.mjs [start|serve|worker|test|bench] …`. Plain JavaScript for Node 20 with
 * nothing installed: brings the packages, then hands over to Node 24 and run/<command>.ts.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { watchRunner } from './npm-watch.mjs'
import { findPackageNeed, markPackages } from './packages.mjs'

const COMMANDS = ['start', 'serve', 'worker', 'test', 'bench']
const clone = dirname(dirname(fileURLToPath(import.meta.url)))
const [command = 'start', ...args] = process.argv.slice(2)

/** @type {import('node:child_process').ChildProcess | undefined} */
let child
let isEnding = false

if (!COMMANDS.includes(command)) leave(`There is no command ${command}: it is one of ${COMMANDS.join(', ')}.`)
if (Number(process.versions.node.split('.')[0]) < 20)
  leave(`Node ${process.versions.node} is too old: install Node 20 or later.`)

process.on('SIGINT', () => end('SIGINT'))
process.on('SIGTERM', () => end('SIGTERM'))
watchRunner(() => end('SIGTERM'))

await bringPackages()
handOver(findNode24())

/** @param {NodeJS.Signals} signal */
function end(signal) {
  isEnding = true
  if (!child) process.exit(1)
  child.kill(signal)
  setTimeout(() => child?.kill('SIGKILL'), 30_000).unref()
}

async function bringPackages() {
  const need = findPackageNeed(clone, command)
  if (need) {
    console.log(`${need} Running npm ci, which takes about a minute.`)
    const code = await install()
    if (isEnding) process.exit(1)
    if (code !== 0) leave('npm ci failed; what it said stands above. Put that right, then start again.')
    if (findPackageNeed(clone, command))
      leave('npm ci left packages out; run npm ci --include=optional --include=dev by hand.')
  }
  markPackages(clone, command)
}

/** npm as it called us, else the one on the path. Every kind of package is wanted, whatever NODE_ENV says. */
function install() {
  const flags = ['ci', '--include=optional', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const cli = process.env.npm_execpath
  const [program, first] = cli?.endsWith('npm-cli.js') ? [process.execPath, [cli]] : ['npm', []]
  child = spawn(program, [...first, ...flags], { cwd: clone, stdio: ['ignore', 'inherit', 'inherit'] })
  return new Promise((resolve) => {
    child?.once('error', () => leave('npm is not on the path: install it, then start again.'))
    child?.once('exit', (code) => {
      child = undefined
      resolve(code)
    })
  })
}

/** The Node 24 that npm brought for this platform; else this one when it is new enough. */
function findNode24() {
  const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  const brought = join(clone, 'node_modules', `node-${platform}`, 'bin', file)
  if (existsSync(brought)) return brought
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return leave(`There is no Node 24 package for ${platform}: install Node 24 or later, then start again.`)
}

/** @param {string} node */
function handOver(node) {
  const beside = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url))
  const endWithUs = new URL('end-with-parent.ts', import.meta.url).href
  child = spawn(node, ['--import', endWithUs, beside(`${command}.ts`), ...args], {
    cwd: clone,
    env: { ...process.env, PATH: `${dirname(node)}:${process.env.PATH ?? ''}` },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  child.once('error', () =>
    leave(`${node} does not run on this system: install Node 24 or later and remove node_modules.`),
  )
  let serverPid = 0
  child.on('message', (message) => {
    serverPid = Number(Object(message).serverPid) || 0
  })
  child.once('exit', async (code, signal) => {
    if (code !== 0 && serverPid) await endLeftServer(serverPid)
    process.exit(code ?? (signal && isEnding ? 0 : 1))
  })
}

/**
 * When the child was killed its PostgreSQL is ended by a guard; when that was killed too, by us.
 * @param {number} pid
 */
async function endLeftServer(pid) {
  await new Promise((resolve) => setTimeout(resolve, 300))
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    // It has ended.
  }
}

/**
 * @param {string} line
 * @returns {never}
 */
function leave(line) {
  console.error(line)
  process.exit(1)
}
