import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findPackageNeed, markPackages } from './packages.mjs'

const here = { os: [process.platform], cpu: [process.arch] }
const lock = {
  '': { version: '1.0.0' },
  'packages/own': { version: '1.0.0' },
  'node_modules/own': { link: true },
  'node_modules/used': { version: '2.0.0', integrity: 'sha512-a' },
  'node_modules/tool': { version: '3.0.0', integrity: 'sha512-b', dev: true },
  'node_modules/node-here': { version: '24.0.0', integrity: 'sha512-c', optional: true, ...here },
  'node_modules/node-there': { version: '24.0.0', integrity: 'sha512-d', optional: true, os: ['aix'], cpu: ['ppc64'] },
}
const everything = { ...lock, 'node_modules/node-there': undefined }
let clone: string

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'pointille-packages-'))
  writeFileSync(join(clone, 'package-lock.json'), JSON.stringify({ packages: lock }))
})
afterEach(() => rmSync(clone, { recursive: true }))

function install(packages: Record<string, unknown>) {
  mkdirSync(join(clone, 'node_modules'), { recursive: true })
  writeFileSync(join(clone, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }))
}

test('a fresh clone needs its packages', () => {
  expect(findPackageNeed(clone, 'start')).toBe('The packages are not here yet.')
})

test('packages installed by hand are accepted without the mark', () => {
  install(everything)
  expect(findPackageNeed(clone, 'start')).toBeUndefined()
  expect(findPackageNeed(clone, 'test')).toBeUndefined()
})

test('a package of another version, a missing one and a missing Node for this platform are noticed', () => {
  install({ ...everything, 'node_modules/used': { version: '1.9.0', integrity: 'sha512-a' } })
  expect(findPackageNeed(clone, 'start')).toMatch(/not those of package-lock/)
  install({ ...everything, 'node_modules/used': undefined })
  expect(findPackageNeed(clone, 'start')).toMatch(/not those of package-lock/)
  install({ ...everything, 'node_modules/node-here': undefined })
  expect(findPackageNeed(clone, 'start')).toMatch(/not those of package-lock/)
})

test('only the commands of development need the packages of development', () => {
  install({ ...everything, 'node_modules/tool': undefined })
  expect(findPackageNeed(clone, 'start')).toBeUndefined()
  expect(findPackageNeed(clone, 'test')).toMatch(/not those of package-lock/)
})

test('the mark answers until package-lock.json changes', () => {
  install(everything)
  markPackages(clone, 'start')
  install({})
  expect(findPackageNeed(clone, 'start')).toBeUndefined()
  expect(findPackageNeed(clone, 'bench')).toMatch(/not those of package-lock/)
  writeFileSync(join(clone, 'package-lock.json'), JSON.stringify({ packages: { ...lock, 'node_modules/new': {} } }))
  expect(findPackageNeed(clone, 'start')).toMatch(/not those of package-lock/)
})
