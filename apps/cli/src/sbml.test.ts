import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'pointille-sbml-'))
afterAll(() => rmSync(folder, { recursive: true }))
const main = fileURLToPath(new URL('./pointille.ts', import.meta.url))
const pen = { device: 'pen', needleMm: 1.5, passes: 6 }
const course = { ageYears: 34, phototype: 3, site: 'cheek', indication: 'acne-scars' }

function sbml(file: unknown, ...args: string[]) {
  const path = join(folder, 'course.json')
  writeFileSync(path, JSON.stringify(file))
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'sbml', path, ...args], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

describe('pointille sbml', () => {
  test('writes the course to the output stream, the same whatever the order of its treatments', () => {
    const treatments = [
      { day: 0, ...pen },
      { day: 28, ...pen, occlusionHours: 2 },
    ]
    const { status, stdout } = sbml({ ...course, treatments })
    expect(status).toBe(0)
    expect(stdout).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<sbml [^>]*level="3" version="2">[\s\S]*<\/sbml>\n$/,
    )
    expect(stdout.match(/<event id="\w+"/g)).toEqual(
      ['treatment_1', 'treatment_2', 'occlusion_3', 'occlusionEnds_4'].map((id) => `<event id="${id}"`),
    )
    expect(sbml({ ...course, treatments: treatments.toReversed() }).stdout).toBe(stdout)
  })

  test('writes the same to a file', () => {
    const out = join(folder, 'course.xml')
    const { stdout } = sbml({ ...course, treatments: [] })
    expect(sbml({ ...course, treatments: [] }, '--out', out)).toEqual({ status: 0, stdout: '', stderr: `${out}\n` })
    expect(readFileSync(out, 'utf8')).toBe(stdout)
  })

  test('takes the parameters of one draw when asked to', () => {
    const centre = sbml({ ...course, treatments: [] })
    const [one, other] = [3, 4].map((draw) => sbml({ ...course, treatments: [] }, '--draw', String(draw)))
    expect(new Set([centre.stdout, one!.stdout, other!.stdout]).size).toBe(3)
    expect(sbml({ ...course, treatments: [] }, '--draw', '-1').status).toBe(2)
  })

  test('names the field of a course that is wrong', () => {
    const { status, stdout, stderr } = sbml({ ...course, treatments: [{ day: 0, ...pen, needleMm: 40 }] })
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('treatments[0].needleMm')
  })
})
