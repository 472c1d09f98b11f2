import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { PROTOTYPE_CODE } from '../generated/prototype-kernel.ts'
import { integrate } from '../solver/integrate.ts'
import { interpretedCode } from './interpreted-code.ts'
import { type Kernel, makeKernel } from './kernel.ts'
import { PROTOTYPE_MODEL } from './prototype-model.ts'

interface Golden {
  readonly states: readonly string[]
  readonly params: Readonly<Record<string, number>>
  readonly dose: { readonly D0: number; readonly ds: number }
  readonly t: readonly number[]
  readonly y: readonly (readonly number[])[]
}

const golden: Golden = JSON.parse(readFileSync(new URL('../../evidence/golden.json', import.meta.url), 'utf8'))
const days = [0, 30, 60, 90]
/** On a day of treatment the run tells the state before it, the integrator the state after. */
const instants = golden.t.map((t) => (days.includes(t) ? t - 1e-9 : t))

/** The stored run's course: a face of 30 years, phototype 3, not occluded, holes of the dose's diameter. */
const person: Record<string, number> = {
  age: 30,
  holeRadiusUm: (1000 * golden.dose.ds) / 2,
  phototype: 3,
  smoking: 1,
  wP: 1,
  wB: 1,
}

function solve(kernel: Kernel, relative: number, at: readonly number[]): Float64Array[] {
  kernel.setParameters(kernel.parameters.map((name) => person[name] ?? golden.params[name] ?? Number.NaN))
  const full = new Float64Array(kernel.states.length)
  const initial = new Float64Array(kernel.size)
  kernel.rest(full)
  kernel.begin(0, full, initial)
  const rows: Float64Array[] = []
  integrate(kernel, {
    from: 0,
    to: at.at(-1)!,
    initial,
    tolerance: { relative, absolute: relative / 100 },
    events: days.map((day) => ({ at: day, apply: (y) => kernel.applyEvent('treatment', day, [golden.dose.D0], y) })),
    at,
    report(_row, t, y) {
      const row = new Float64Array(kernel.states.length)
      kernel.fullState(t, y, row)
      rows.push(row)
    },
  })
  return rows
}

/** The largest difference, each state scaled by its own largest value. */
function scaledError(states: readonly ArrayLike<number>[], reference: readonly ArrayLike<number>[]): number {
  const scales = Array.from(reference[0]!, (_, state) => Math.max(...reference.map((row) => Math.abs(row[state]!))))
  const errors = states.flatMap((row, at) =>
    Array.from(row, (value, state) => Math.abs(value - reference[at]![state]!) / (scales[state]! || 1)),
  )
  return Math.max(...errors)
}

describe('the stored run of the first model', () => {
  test.each([
    ['by the generated code', PROTOTYPE_CODE],
    ['by interpreted trees and dense matrices', interpretedCode(PROTOTYPE_MODEL, { closedForms: true })],
    ['with every state integrated', interpretedCode(PROTOTYPE_MODEL, { closedForms: false })],
  ])('is met within 1e-4 of each state’s largest value %s', (_, code) => {
    const kernel = makeKernel(code)
    expect(kernel.states).toEqual(golden.states)
    const rows = solve(kernel, 1e-6, instants)
    expect(rows).toHaveLength(golden.t.length)
    expect(scaledError(rows, golden.y)).toBeLessThanOrEqual(1e-4)
  })

  test('is the same with closed forms as with every state integrated', () => {
    const grid = Array.from({ length: 121 }, (_, step) => step)
    const closed = solve(makeKernel(PROTOTYPE_CODE), 1e-8, grid)
    const whole = solve(makeKernel(interpretedCode(PROTOTYPE_MODEL, { closedForms: false })), 1e-8, grid)
    expect(scaledError(closed, whole)).toBeLessThanOrEqual(1e-6)
  })
})
