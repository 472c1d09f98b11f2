import { expect, test } from 'vitest'
import { CASCADE_MODEL } from '../cascade/cascade-model.ts'
import { posteriorDraw } from '../cascade/posterior.ts'
import { type CascadeCourse, type CascadeDose, courseEvents, kernelParameters } from '../cascade/solve-course.ts'
import { CASCADE_CODE } from '../generated/cascade-kernel.ts'
import { makeIntegrator } from '../solver/integrate.ts'
import { interpretedCode } from './interpreted-code.ts'
import { type KernelCode, makeKernel } from './kernel.ts'

const days = [
  ...Array.from({ length: 40 }, (_, step) => step / 10),
  ...Array.from({ length: 60 }, (_, step) => 4 + 2 * step),
]
const doses: CascadeDose[] = [
  { relativeDose: 0.8, openShare: 0.006, surfaceWidthMm: 0.08, depthMm: 0.8 },
  { relativeDose: 1.6, openShare: 0.02, surfaceWidthMm: 0.1, depthMm: 1.2 },
]
/** The second treatment comes while the holes of the first are open; platelets and a film are there. */
const course: CascadeCourse = {
  ageYears: 52,
  phototype: 4,
  treatments: [
    { day: 0, occlusionHours: 6, prp: { delayMinutes: 5, plateletFactor: 5 } },
    { day: 1.25, prp: { delayMinutes: 20, plateletFactor: 3 } },
  ],
}

function solve(code: KernelCode, seed: number): Float64Array[] {
  const kernel = makeKernel(code)
  const draw = posteriorDraw(seed)
  const full = new Float64Array(kernel.states.length)
  const initial = new Float64Array(kernel.size)
  kernel.setParameters(kernelParameters(course, draw))
  kernel.rest(full)
  kernel.begin(0, full, initial)
  const rows: Float64Array[] = []
  makeIntegrator(kernel.size).integrate(kernel, {
    from: 0,
    to: days.at(-1)!,
    initial,
    tolerance: { relative: 1e-8, absolute: 1e-11 },
    events: courseEvents(course, doses, draw).map(({ at, name, values }) => ({
      at,
      apply: (y) => kernel.applyEvent(name, at, values, y),
    })),
    at: days,
    report(_row, t, y) {
      const row = new Float64Array(full.length)
      kernel.fullState(t, y, row)
      rows.push(row)
    },
  })
  return rows
}

test.each([0, 40, 80])('the cascade in closed forms is the cascade with every state integrated: draw %d', (seed) => {
  const closed = solve(CASCADE_CODE, seed)
  const whole = solve(interpretedCode(CASCADE_MODEL, { closedForms: false }), seed)
  CASCADE_MODEL.states.forEach(({ name }, state) => {
    const largest = Math.max(...whole.map((row) => Math.abs(row[state]!)), 1e-12)
    const difference = Math.max(...whole.map((row, at) => Math.abs(row[state]! - closed[at]![state]!)))
    expect(difference / largest, name).toBeLessThanOrEqual(1e-6)
  })
})
