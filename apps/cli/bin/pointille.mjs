#!/usr/bin/env node
// Plain JavaScript for Node 20: hands over to the Node 24 that came with the packages, which runs our TypeScript unbuilt.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../src/pointille.ts', import.meta.url))
const brought = fileURLToPath(
  new URL(
    `../../../node_modules/node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}/bin/node`,
    import.meta.url,
  ),
)
const node = existsSync(brought) ? brought : process.execPath
const { status, error } = spawnSync(node, [main, ...process.argv.slice(2)], { stdio: 'inherit' })
if (error) console.error(error.message)
process.exitCode = status ?? 1
