import { describe, expect, it } from 'vitest'
import { denseSystem } from '../dense-lu.ts'
import { integrate } from '../integrate.ts'
import { references } from './generated/references.ts'
import { hires } from './hires.ts'
import { oregonator } from './oregonator.ts'
import { pollution } from './pollution.ts'
import { robertson } from './robertson.ts'
import type { StiffTestProblem } from './stiff-test-problem.ts'
import { vanDerPol } from './van-der-pol.ts'

const problems: Record<keyof typeof references, StiffTestProblem> = {
  robertson,
  hires,
  oregonator,
  pollution,
  vanDerPol,
}
const tolerances = [1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11]

/** Largest error at the reported instants, in multiples of what the tolerance allows there. */
const errorOf = (
  problem: StiffTestProblem,
  reference: { at: readonly number[]; scale: readonly number[]; states: readonly (readonly number[])[] },
  relative: number,
) => {
  const absolute = reference.scale.map((scale) => scale * relative)
  const { states } = integrate(denseSystem(problem), {
    from: 0,
    to: reference.at.at(-1)!,
    initial: problem.initial,
    tolerance: { relative, absolute },
    at: reference.at,
  })
  const errors = reference.states.flatMap((row, k) =>
    row.map(
      (value, i) => Math.abs(states[k * problem.size + i]! - value) / (absolute[i]! + relative * Math.abs(value)),
    ),
  )
  return Math.max(...errors)
}

describe.each(Object.entries(problems))('%s', (name, problem) => {
  const reference = references[name as keyof typeof references]

  it('has a reference that two runs and the printed end agree on far below every tolerance asked', () => {
    expect(reference.spread).toBeLessThan(2e-12)
    expect(reference.fromPrinted).toBeLessThan(2e-12)
  })

  it.each(tolerances)('at %s stays within 10 times of it', (relative) => {
    expect(errorOf(problem, reference, relative)).toBeLessThan(10)
  })
})
