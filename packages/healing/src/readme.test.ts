import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'

const own = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const readme = readFileSync(own('README.md'), 'utf8')
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(([, code]) => code!)

/** A folder of somebody else's with the package as npm installs it: built, with the published `exports`. */
const folder = mkdtempSync(join(tmpdir(), 'healing-readme-'))
const installed = join(folder, 'node_modules/@pointille/healing')

beforeAll(() => {
  mkdirSync(installed, { recursive: true })
  const tsc = fileURLToPath(new URL('../../../node_modules/typescript/bin/tsc', import.meta.url))
  const built = spawnSync(
    process.execPath,
    [tsc, '-p', own('tsconfig.build.json'), '--outDir', join(installed, 'dist')],
    {
      encoding: 'utf8',
    },
  )
  expect(built.stdout + built.stderr).toBe('')
  cpSync(own('evidence'), join(installed, 'evidence'), { recursive: true })
  const { publishConfig, ...manifest } = JSON.parse(readFileSync(own('package.json'), 'utf8'))
  writeFileSync(join(installed, 'package.json'), JSON.stringify({ ...manifest, exports: publishConfig.exports }))
}, 120_000)

describe('the README', () => {
  test.each(blocks('js').map((code) => [code.split('\n').find((line) => line.startsWith('import')), code]))(
    '%s',
    (_, code) => {
      const file = join(folder, 'example.mjs')
      writeFileSync(file, code!)
      const { status, stdout, stderr } = spawnSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' })
      expect(stderr).toBe('')
      expect(status).toBe(0)
      expect(stdout).not.toMatch(/NaN|undefined to|\[object/)
      expect(stdout.trim()).not.toBe('')
    },
  )

  test('names only commands that there are', () => {
    const main = fileURLToPath(new URL('../../../apps/cli/src/pointille.ts', import.meta.url))
    const { stdout } = spawnSync(process.execPath, [main, 'help'], { encoding: 'utf8' })
    const named = [...readme.matchAll(/npx pointille (\w+)/g)].map(([, command]) => command!)
    expect(named.length).toBeGreaterThan(5)
    for (const command of named) expect(stdout).toMatch(new RegExp(`^  ${command}\\b`, 'm'))
  })
})
