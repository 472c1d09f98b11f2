import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const main = fileURLToPath(new URL('./pointille.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'pointille-validate-'))

function validate(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'validate', ...args], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const arms = file(
  'arms.csv',
  'id,study,indication,arm,device,sessions,pct_improvement_mean\nA1,Somebody,acne_scar,MN alone,pen,4,35\nA2,Somebody,acne_scar,CO2 laser,laser,4,60\n',
)

test('arms of a file are predicted, the others told with a reason', () => {
  const { status, stdout } = validate('--arms', arms, '--json')
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    summary: {
      n: 1,
      coverage90: 1,
      baselines: { indicationMean: expect.any(Number), treatmentsRegression: expect.any(Number) },
    },
    rows: [{ id: 'A1', quantity: 'improvement', observed: 35, inside: true }],
    skipped: [{ id: 'A2', reason: expect.stringContaining('laser') }],
  })
})

test('a program gets the fields that are promised and no others, of arms and of kinetics', () => {
  const fields = (args: string[]) => {
    const { summary, rows, skipped } = JSON.parse(validate(...args, '--json').stdout)
    return [summary, rows[0], skipped[0]].map((part) => Object.keys(part).join(' '))
  }
  const row = 'id quantity observed median low90 high90 inside'
  expect(fields(['--arms', arms])).toEqual(['n mae coverage90 meanWidth90 baselines', row, 'id reason'])
  const kinetics = file(
    'fields.csv',
    '\uFEFFid,quantity,at_hours,observed,low,high,bound,note\r\nB1,early-seal,,,,2,≤,"sealed, they say"\r\nB2,hair,,1,,,=,\r\n',
  )
  expect(fields(['--kinetics', kinetics])).toEqual(['n inside medianInside', row, 'id reason'])
})

test('the table for people says how little few studies prove', () => {
  const { stdout } = validate('--arms', arms)
  expect(stdout).toContain('1 arms of 1 studies. Few studies')
  expect(stdout).toMatch(/mean of the indication +\d+\.\d points/)
})

test('numbers of kinetics are counted against their tolerance', () => {
  const path = file(
    'kinetics.csv',
    'id,quantity,at_hours,observed,low,high,bound\nB1,barrier-recovered,24,50,40,60,=\nB2,hair-growth,24,1,,,=\n',
  )
  const { status, stdout } = validate('--kinetics', path, '--json')
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    summary: { n: 1, inside: 1 },
    rows: [{ id: 'B1' }],
    skipped: [{ id: 'B2' }],
  })
})

test('a broken file is refused with its line and column, two files with the way out', () => {
  const broken = validate('--arms', file('broken.csv', 'id,study,indication,arm\nA1,B,acne_scar\n'))
  expect(broken.status).toBe(2)
  expect(broken.stderr).toContain('broken.csv: line 2, column "arm"')
  expect(validate('--arms', arms, '--kinetics', arms).stderr).toContain('one file a call')
})
