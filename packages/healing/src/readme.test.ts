import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
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

/** The first course of the README, as a file. */
const COURSE = JSON.stringify({
  ageYears: 34,
  phototype: 3,
  site: 'cheek',
  indication: 'acne-scars',
  treatments: [{ day: 0, device: 'pen', needleMm: 1.5, passes: 6 }],
})

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

  test.each(blocks('sh').flatMap((block) => block.match(/^npx pointille .*$/gm) ?? []))('%s', (line) => {
    const repository = fileURLToPath(new URL('../../../', import.meta.url))
    const main = join(repository, 'apps/cli/src/pointille.ts')
    writeFileSync(join(folder, 'course.json'), COURSE)
    // The line is called from a folder that looks like the repository, so that what it writes stays out of it.
    if (!existsSync(join(folder, 'packages'))) symlinkSync(join(repository, 'packages'), join(folder, 'packages'))
    const words = line.split(/\s+/).slice(2)
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], { cwd: folder, encoding: 'utf8' })
    expect({ status, stderr }).toMatchObject({ status: 0 })
    expect(stdout + stderr).not.toBe('')
  })
})
