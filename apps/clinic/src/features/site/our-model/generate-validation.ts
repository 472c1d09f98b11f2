import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { validateArms, validateKinetics } from '@pointille/healing'

/*
 * What `pointille validate` says of the shipped model and the shipped tables, for the page about the model: it takes seconds,
 * and nothing of it changes between two builds. A test makes it again and compares.
 * Run: node apps/clinic/src/features/site/our-model/generate-validation.ts
 */

export const validationFile = new URL('../generated/validation.ts', import.meta.url)

const evidence = (name: string) =>
  readFileSync(new URL(import.meta.resolve(`@pointille/healing/evidence/${name}`)), 'utf8')

/** The text of the generated file. */
export function validationText(): string {
  const arms = validateArms(evidence('outcomes.csv'))
  const kinetics = validateKinetics(evidence('kinetics-targets.csv'))
  const trials = arms.rows
    .map(({ id, indication, prp, observed, low90, median, high90, inside }) => ({
      ...{ id, indication, prp, observed, low90, median, high90, inside },
    }))
    .sort((a, b) => b.observed - a.observed || (a.id < b.id ? -1 : 1))
  const misses = kinetics.rows.filter(({ medianInside }) => !medianInside).map(({ id }) => id)
  const shipped = { summary: arms.summary, trials, kinetics: { ...kinetics.summary, misses } }
  return `// Made by apps/clinic/src/features/site/our-model/generate-validation.ts from the healing package. Do not edit: run it again.
import type { ShippedValidation } from '../our-model/shipped-validation.ts'

export const SHIPPED_VALIDATION: ShippedValidation = ${JSON.stringify(shipped, undefined, 1)}
`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(validationFile, validationText())
