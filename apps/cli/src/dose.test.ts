import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { runCommand } from './command-line/run-command.ts'
import { doseWords } from './dose/words.ts'
import { doseCommand } from './dose.ts'
import { puncturesCommand } from './punctures.ts'

const folder = mkdtempSync(join(tmpdir(), 'pointille-dose-'))

async function call(...args: string[]) {
  const out = vi.spyOn(console, 'log').mockImplementation(() => {})
  const err = vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  const status = await runCommand({ dose: doseCommand, punctures: puncturesCommand }, args)
  const said = { status, out: out.mock.calls.flat().join('\n'), err: err.mock.calls.flat().join('\n') }
  vi.restoreAllMocks()
  return said
}

const roller = ['--device', 'roller', '--needle-mm', '1.5', '--passes', '8']

describe('pointille dose', () => {
  test('tells a treatment as a table in either language', async () => {
    const english = await call('dose', ...roller, '--site', 'cheek', '--age', '35')
    expect(english.status).toBe(0)
    expect(english.out).toMatch(/Holes +113 +1\d\d +2\d\d {2}per cm²/)
    expect(english.out).toContain('SK40')
    expect((await call('dose', ...roller, '--lang', 'fr')).out).toContain('Trous qui saignent')
  })

  test('tells a program the same figures every time', async () => {
    const first = await call('dose', ...roller, '--json', '--draws', '50')
    expect((await call('dose', ...roller, '--json', '--draws', '50')).out).toBe(first.out)
    const { seed, draws, site, treatments } = JSON.parse(first.out)
    expect([seed, draws, site, treatments.length]).toEqual([1, 50, 'face', 1])
    const { p5, p50, p95 } = treatments[0].figures.relativeDose
    expect(p5).toBeLessThan(p50)
    expect(p50).toBeLessThan(p95)
  })

  test('tells every treatment of a course file', async () => {
    const path = join(folder, 'course.json')
    const treatment = (day: number, needleMm: number) => ({ day, device: 'pen', needleMm, passes: 4 })
    const course = { ageYears: 50, phototype: 2, site: 'aroundEye', indication: 'wrinkles' }
    writeFileSync(path, JSON.stringify({ ...course, treatments: [treatment(0, 0.3), treatment(28, 1.5)] }))
    const { treatments } = JSON.parse((await call('dose', path, '--json')).out)
    expect(
      treatments.map(({ warnings }: { warnings: { code: string }[] }) => warnings.map(({ code }) => code)),
    ).toEqual([[], ['needleLongerThanSkin']])
    expect((await call('dose', path)).out).toContain(
      '! The needle may be longer than the skin is thick: 1.50 mm on 0.6',
    )
    expect((await call('dose', path, '--passes', '3')).err).toContain('--passes: the course file says it')
  })

  test('lists every number with its source', async () => {
    const { out } = await call('dose', '--numbers', '--lang', 'fr')
    expect(out).toContain('[K0162 K0163 V-20]')
    expect(out).toContain('[supposé]')
  })

  test.each([
    [['dose'], '--device is missing'],
    [['dose', '--device', 'roller', '--passes', '8'], '--needle-mm is missing'],
    [['dose', ...roller, '--site', 'moon'], '--site: "moon" is not one of'],
    [['dose', ...roller, '--needles', '0'], '--needles: a whole number from 1'],
    [['dose', 'nowhere.json'], 'nowhere.json: there is no such file'],
    [['punctures', ...roller, '--cell-um', '1', '--width-mm', '300'], '--cell-um: 300 × 50 mm are 15000 million cells'],
    [['punctures', ...roller, '--directions', '0,north'], '--directions: degrees'],
    [['punctures', ...roller, '--png', '/nowhere/holes.png'], '/nowhere/holes.png: there is no such file or folder'],
  ])('%j ends with 2 and names what to mend', async (args, said) => {
    const { status, err } = await call(...args)
    expect(status).toBe(2)
    expect(err).toContain(said)
  })
})

describe('pointille punctures', () => {
  const small = ['--width-mm', '12', '--height-mm', '10', '--cell-um', '20']

  test('counts and draws, and says so in either language', async () => {
    const file = join(folder, 'holes.png')
    const { status, out, err } = await call('punctures', ...roller, ...small, '--png', file)
    expect(status).toBe(0)
    expect(out).toMatch(/Density +1\d\d\.\d per cm² {2}\(closed form 130\.4\)/)
    expect(err).toContain(file)
    expect(readFileSync(file).subarray(1, 4).toString()).toBe('PNG')
    expect((await call('punctures', ...roller, ...small, '--lang', 'fr')).out).toContain('Profondeur atteinte')
  })

  test('gives a program shares that add up', async () => {
    const { overlap, depths, directionsDegrees } = JSON.parse(
      (await call('punctures', ...roller, ...small, '--directions', '0,60', '--json')).out,
    )
    const sum = (shares: number[]) => shares.reduce((total, share) => total + share, 0)
    expect(sum(overlap)).toBeCloseTo(1, 9)
    expect(sum(depths.shares)).toBeCloseTo(1, 9)
    expect(directionsDegrees).toEqual([0, 60])
  })

  test('of no pass is whole skin', async () => {
    const { out } = await call('punctures', '--device', 'pen', '--needle-mm', '1', '--passes', '0', ...small)
    expect(out).toMatch(/whole +100\.000 %/)
  })
})

test('French and English have the same words, and French its no-break spaces', () => {
  expect(Object.keys(doseWords.fr)).toEqual(Object.keys(doseWords.en))
  expect(
    Object.values(doseWords.fr)
      .flat()
      .filter((text) => / [:;!?]/.test(text)),
  ).toEqual([])
})
