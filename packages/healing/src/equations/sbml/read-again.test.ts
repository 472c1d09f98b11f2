import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { posteriorDraw } from '../../cascade/posterior.ts'
import { makeCourseSolver } from '../../cascade/solve-course.ts'
import { MEDIAN_DOSE_DRAW } from '../../dose/dose-draw.ts'
import { needlingDose } from '../../dose/needling-dose.ts'
import { courseToSbml } from './course-to-sbml.ts'
import { SBML_COURSES, SBML_DAYS } from './test-courses.ts'

const program = fileURLToPath(new URL('../../../solver-reference/solve-sbml.py', import.meta.url))
const python = ['/usr/bin/python3', 'python3'].find(
  (name) => spawnSync(name, ['-c', 'import libsbml, scipy']).status === 0,
)

interface Answer {
  readonly problems: readonly string[]
  readonly names: readonly string[]
  readonly states: readonly (readonly number[])[]
}

describe('a course exported as SBML', () => {
  test.for(SBML_COURSES)(
    'is valid to libSBML, and SciPy solves it to our trajectory: $treatments.length treatment(s)',
    (course, { skip }) => {
      if (!python) return skip('libSBML and SciPy are not here: apt-get install python3-sbml5 python3-scipy')
      const draw = posteriorDraw(course.treatments.length)
      const sbml = courseToSbml(course, draw)
      const told = spawnSync(python, [program], { input: JSON.stringify({ sbml, at: SBML_DAYS }), encoding: 'utf8' })
      expect(told.stderr).toBe('')
      const answer: Answer = JSON.parse(told.stdout)
      expect(answer.problems).toEqual([])

      const doses = course.treatments.map((treatment) =>
        needlingDose(treatment, course.site, course.ageYears, MEDIAN_DOSE_DRAW),
      )
      const ours = makeCourseSolver()(course, doses, draw, SBML_DAYS, { relative: 1e-8, absolute: 1e-10 })
      expect(answer.names).toEqual(ours.names)
      const size = ours.names.length
      ours.names.forEach((name, state) => {
        const column = SBML_DAYS.map((_, row) => ours.states[row * size + state]!)
        const spread = Math.max(...column) - Math.min(...column)
        // At rest a state moves by its last bit.
        const range = spread > 1e-9 ? spread : 1
        column.forEach((value, row) => {
          const difference = Math.abs(answer.states[row]![state]! - value) / range
          expect(difference, `${name} on day ${SBML_DAYS[row]}`).toBeLessThanOrEqual(1e-5)
        })
      })
    },
  )
})
