import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { CASCADE_MODEL } from '../cascade/cascade-model.ts'
import { priorMedian } from '../cascade/parameters.ts'
import { kernelParameters } from '../cascade/solve-course.ts'
import { printCHeader } from './c.ts'
import { interpretedCode } from './interpreted-code.ts'
import { makeKernel } from './kernel.ts'
import { linearise } from './linearise.ts'
import { parseModel } from './parse-model.ts'
import { printPythonModule } from './python.ts'

const folder = mkdtempSync(join(tmpdir(), 'pointille-peers-'))
afterAll(() => rmSync(folder, { recursive: true }))

const size = CASCADE_MODEL.states.length
const parameters = kernelParameters({ ageYears: 44, phototype: 5, treatments: [] }, priorMedian())
const y = Array.from({ length: size }, (_, at) => 0.2 + ((7 * at) % 11) / 10)
const values = [0.5, 0.01, 1.2, 0.9]

/** What the programs are asked, answered by trees: rates, elements of the Jacobian by columns, state and parameters after a treatment. */
function answerOfTrees(): number[] {
  const kernel = makeKernel(interpretedCode(CASCADE_MODEL, { closedForms: false }))
  const state = new Float64Array(size)
  kernel.setParameters(parameters)
  kernel.begin(0, y, state)
  const rates = new Float64Array(size)
  kernel.derivative(0, state, rates)
  const { jacobian } = linearise(parseModel(CASCADE_MODEL), { closedForms: false })
  const step = 1e-6
  const elements = y.flatMap((_, column) => {
    const rows = jacobian.flatMap((row, at) => (row[column] ? [at] : []))
    const [below, above] = [-step, step].map((change) => {
      const moved = Float64Array.from(y, (value, at) => value + (at === column ? change : 0))
      const out = new Float64Array(size)
      kernel.derivative(0, moved, out)
      return out
    })
    return rows.map((row) => (above![row]! - below![row]!) / (2 * step))
  })
  kernel.applyEvent('treatment', 0, values, state)
  return [...rates, ...elements, ...state]
}

function expectAlike(told: string): void {
  const expected = answerOfTrees()
  const answers = told.trim().split(/\s+/).map(Number)
  expect(answers).toHaveLength(expected.length)
  for (const [at, answer] of answers.entries()) expect(answer).toBeCloseTo(expected[at]!, 6)
}

test('the model printed as Python answers as the trees do', ({ skip }) => {
  const python = ['/usr/bin/python3', 'python3'].find((name) => spawnSync(name, ['-c', '']).status === 0)
  if (!python) return skip('there is no Python here')
  writeFileSync(join(folder, 'model.py'), printPythonModule(CASCADE_MODEL))
  writeFileSync(
    join(folder, 'ask.py'),
    `import array, model
parameters, y = ${JSON.stringify(parameters)}, ${JSON.stringify(y)}
derivative, jacobian = model.make(parameters)
print(*derivative(array.array('d', y), 0), *jacobian(array.array('d', y), 0))
model.event_treatment(0, y, parameters, ${JSON.stringify(values)})
print(*y)
`,
  )
  const { stdout, stderr } = spawnSync(python, ['ask.py'], { cwd: folder, encoding: 'utf8' })
  expect(stderr).toBe('')
  expectAlike(stdout)
})

test('the model printed as C answers as the trees do', ({ skip }) => {
  if (spawnSync('gcc', ['--version']).status !== 0) return skip('there is no gcc here')
  const list = (numbers: readonly number[]) => numbers.map((value) => value.toExponential()).join(', ')
  writeFileSync(join(folder, 'model.h'), printCHeader(CASCADE_MODEL))
  writeFileSync(
    join(folder, 'ask.c'),
    `#include <stdio.h>
#include "model.h"
int main(void) {
  double parameters[] = {${list(parameters)}}, y[] = {${list(y)}}, values[] = {${list(values)}};
  double fixed[FIXED], out[SIZE], element[ELEMENTS];
  prepare(parameters, fixed);
  derivative(0, y, fixed, out);
  jacobian(0, y, fixed, element);
  apply_event(0, 0, y, parameters, values);
  for (int i = 0; i < SIZE; i++) printf("%.17g ", out[i]);
  for (int i = 0; i < ELEMENTS; i++) printf("%.17g ", element[i]);
  for (int i = 0; i < SIZE; i++) printf("%.17g ", y[i]);
  rest(parameters, y);
  return 0;
}
`,
  )
  const built = spawnSync('gcc', ['-O1', 'ask.c', '-o', 'ask', '-lm'], { cwd: folder, encoding: 'utf8' })
  expect(built.stderr).toBe('')
  expectAlike(spawnSync(join(folder, 'ask'), { encoding: 'utf8' }).stdout)
})
