import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { printCHeader } from '../../packages/healing/src/equations/c.ts'
import type { Model } from '../../packages/healing/src/equations/model.ts'
import { printPythonModule } from '../../packages/healing/src/equations/python.ts'
import type { CascadeSolver } from '../cascade-solver.ts'

const LIBRARIES = ['cvode', 'nvecserial', 'sunlinsoldense', 'sunlinsolklu', 'sunmatrixdense', 'sunmatrixsparse']
const source = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** The peers that this machine has, or what to install for one that is missing. */
export type SolverPeers = { cvode: CascadeSolver[] | string; lsoda: CascadeSolver[] | string; remove: () => void }

/** Builds the peers on a model, in a folder of their own, for a problem as `problemText` writes it. */
export function makeSolverPeers(model: Model, problem: string): SolverPeers {
  const folder = mkdtempSync(join(tmpdir(), 'cascade-'))
  writeFileSync(join(folder, 'model.h'), printCHeader(model))
  writeFileSync(join(folder, 'model.py'), printPythonModule(model))

  const program = join(folder, 'cvode')
  const flags = [
    '-O3',
    '-march=native',
    '-std=gnu11',
    `-I${folder}`,
    '-I/usr/include/suitesparse',
    source('cvode.c'),
    '-o',
    program,
  ]
  const built = spawnSync('gcc', [...flags, ...LIBRARIES.map((library) => `-lsundials_${library}`), '-lm'], {
    encoding: 'utf8',
  })
  const python = ['/usr/bin/python3', 'python3'].find((name) => spawnSync(name, ['-c', 'import scipy']).status === 0)

  const peer = (
    name: string,
    briefly: number,
    command: string,
    args: (relative: number, absolute: number) => string[],
  ): CascadeSolver => {
    const told = (relative: number, absolute: number, repeats: number): number[] => {
      const { status, stdout, stderr } = spawnSync(command, [...args(relative, absolute), `${repeats}`], {
        input: problem,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      })
      if (status !== 0) throw new Error(`${name} at ${relative}: ${stderr || stdout}`)
      return stdout.trim().split(/\s+/).map(Number)
    }
    return {
      name,
      briefly,
      states: (relative, absolute) => Float64Array.from(told(relative, absolute, 0)),
      seconds: (relative, absolute, repeats) => told(relative, absolute, repeats)[0]!,
    }
  }
  return {
    cvode:
      built.status === 0
        ? ['dense', 'klu'].map((linear) =>
            peer(`SUNDIALS CVODE in C, analytic Jacobian, ${linear}`, 5, program, (relative, absolute) => [
              `${relative}`,
              `${absolute}`,
              linear,
            ]),
          )
        : `CVODE is left out: apt-get install gcc libsundials-dev libsuitesparse-dev\n${built.stderr ?? ''}`,
    lsoda: python
      ? ['analytic', 'differences'].map((jacobian) =>
          peer(`SciPy LSODA, Jacobian by ${jacobian}`, 1, python, (relative, absolute) => [
            source('lsoda.py'),
            folder,
            `${relative}`,
            `${absolute}`,
            jacobian,
          ]),
        )
      : 'LSODA is left out: apt-get install python3-scipy',
    remove: () => rmSync(folder, { recursive: true }),
  }
}
