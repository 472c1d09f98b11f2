import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'pointille-forecast-'))
const main = fileURLToPath(new URL('./pointille.ts', import.meta.url))
const pen = { device: 'pen', needleMm: 1.5, passes: 6 }
const course = {
  ageYears: 34,
  phototype: 3,
  site: 'cheek',
  indication: 'acne-scars',
  treatments: [
    { day: 28, ...pen, prp: { delayMinutes: 5, plateletFactor: 6 } },
    { day: 0, ...pen },
  ],
}

function forecast(file: unknown, ...args: string[]) {
  const path = join(folder, 'course.json')
  writeFileSync(path, typeof file === 'string' ? file : JSON.stringify(file))
  const call = spawnSync(process.execPath, [main, 'forecast', path, '--ensemble', '20', ...args], { encoding: 'utf8' })
  return { status: call.status, out: call.stdout, err: call.stderr }
}

describe('pointille forecast', () => {
  test('gives a program every output with unit, tag and quantiles on the days that it asked for', () => {
    const { status, out } = forecast(course, '--json', '--days', '3,0,180', '--seed', '5')
    expect(status).toBe(0)
    const { seed, days, outputs } = JSON.parse(out)
    expect([seed, days]).toEqual([5, [0, 3, 180]])
    for (const name of ['redness', 'barrierRecovered', 'improvement', 'inflammation', 'proliferation', 'remodelling']) {
      const { unit, tag, p5, p50, p95 } = outputs[name]
      expect(unit).toBeTypeOf('string')
      expect(['measured', 'calibrated', 'assumed', 'no-evidence']).toContain(tag)
      for (const at of [0, 1, 2]) {
        expect(p5[at]).toBeLessThanOrEqual(p50[at])
        expect(p50[at]).toBeLessThanOrEqual(p95[at])
      }
    }
  })

  test('gives the same numbers again, in whatever order the treatments stand', () => {
    const turned = { ...course, treatments: course.treatments.toReversed() }
    expect(forecast(turned, '--json').out).toBe(forecast(course, '--json').out)
    expect(forecast(course, '--json', '--seed', '2').out).not.toBe(forecast(course, '--json').out)
  })

  test('says in both languages that it is no promise, with dates, tags and strength of evidence', () => {
    const { out } = forecast(course)
    for (const said of ['not a promise', 'Treatment 2, day 28: pen', '[assumed]', 'moderate (EG01)'])
      expect(out).toContain(said)
    expect(forecast(course, '--lang', 'fr').out).toContain('pas une promesse')
  })

  test('lets a person’s answers weigh the courses', () => {
    const answers = join(folder, 'answers.json')
    writeFileSync(
      answers,
      JSON.stringify([
        { day: 1, redness: 3 },
        { day: 2, redness: 3 },
      ]),
    )
    const weighed = JSON.parse(forecast(course, '--json', '--days', '2', '--observations', answers).out)
    const before = JSON.parse(forecast(course, '--json', '--days', '2').out)
    expect(weighed.outputs.redness.p50[0]).toBeGreaterThan(before.outputs.redness.p50[0])
    expect(weighed.effectiveCourses).toBeLessThan(before.effectiveCourses)
    writeFileSync(answers, JSON.stringify([{ day: 1, redness: 7 }]))
    expect(forecast(course, '--observations', answers).err).toContain('"observations[0].redness": 7 is not one of')
  })

  test('gives no improvement for pores, and says why', () => {
    const pores = { ...course, indication: 'pores' }
    expect(forecast(pores).out).toContain('No quantified evidence measures the effect on pores.')
    expect(JSON.parse(forecast(pores, '--json').out).outputs).not.toHaveProperty('improvement')
  })

  test('draws a picture with a title, and one for a course without treatments too', () => {
    const path = join(folder, 'course.svg')
    expect(forecast(course, '--svg', path).status).toBe(0)
    const drawn = readFileSync(path, 'utf8')
    expect(drawn).toMatch(/^<svg [^>]*role="img"/)
    expect(drawn).toContain('<title id="title">Acne scars, cheek</title>')
    expect(drawn).not.toMatch(/NaN|Infinity|undefined/)
    expect(forecast({ ...course, treatments: [] }, '--svg', path).out).toContain('nothing happens')
    expect(readFileSync(path, 'utf8')).not.toMatch(/NaN|Infinity|undefined/)
  })

  test.each([
    [{ ...course, ageYears: 130 }, '"ageYears": 130 is above 120'],
    [{ ...course, phototypo: 3 }, '"phototypo" is not known: did you mean "phototype"?'],
    [{ ...course, treatments: [{ ...pen, day: 0, needleMm: 5 }] }, '"treatments[0].needleMm": 5 is above 3'],
    [{ ...course, site: 'cheeks' }, 'Did you mean "cheek"?'],
    ['{"ageYears": 3', 'this is not JSON'],
  ])('refuses %j and names the field', (file, said) => {
    const { status, err } = forecast(file)
    expect(status).toBe(2)
    expect(err).toContain(said)
  })

  test('names every wrong field at once', () => {
    const { err } = forecast({ ...course, ageYears: -1, phototype: 9 })
    expect(err).toContain('"ageYears"')
    expect(err).toContain('"phototype"')
  })

  test('refuses a file that is not there and days that are none', () => {
    const missing = spawnSync(process.execPath, [main, 'forecast', join(folder, 'none.json')], { encoding: 'utf8' })
    expect([missing.status, missing.stderr]).toEqual([2, expect.stringContaining('there is no such file')])
    expect(forecast(course, '--json', '--days', '1,two').err).toContain('--days')
  })
})
