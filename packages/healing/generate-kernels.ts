import { CASCADE_MODEL } from './src/cascade/cascade-model.ts'
import { compileKernel } from './src/equations/compile-kernel.ts'
import type { Model } from './src/equations/model.ts'
import { PROTOTYPE_MODEL } from './src/equations/prototype-model.ts'

const kernelFile = (constant: string, source: string, model: Model): string => `\
// Made by packages/healing/generate.ts from ${source}. Do not edit: change the model's text and run it again.
import type { KernelCode } from '../equations/kernel.ts'

export const ${constant}: KernelCode = ${compileKernel(model)}
`

/** The straight-line code of the shipped model, and of the first one, which only tests use. */
export const kernelFiles = (): Record<string, string> => ({
  'cascade-kernel.ts': kernelFile('CASCADE_CODE', 'src/cascade/cascade-model.ts', CASCADE_MODEL),
  'prototype-kernel.ts': kernelFile('PROTOTYPE_CODE', 'src/equations/prototype-model.ts', PROTOTYPE_MODEL),
})
