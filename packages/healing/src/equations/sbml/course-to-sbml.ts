import { CASCADE_MODEL } from '../../cascade/cascade-model.ts'
import { PARAMETERS, type ParameterDraw, priorMedian } from '../../cascade/parameters.ts'
import { type CascadeCourse, type CascadeDose, courseEvents, kernelParameters } from '../../cascade/solve-course.ts'
import { MEDIAN_DOSE_DRAW } from '../../dose/dose-draw.ts'
import { needlingDose } from '../../dose/needling-dose.ts'
import type { Course } from '../../forecast/course.ts'
import { printSbml, type SbmlParameter } from './print-sbml.ts'

/** What stands for a person or a course among the kernel's parameters. */
const SETTINGS: Readonly<Record<string, { unit: string; meaning: string }>> = {
  ageYears: { unit: 'years', meaning: 'age' },
  phototype: { unit: '1', meaning: 'Fitzpatrick phototype, 1 to 6' },
  smoking: { unit: '1', meaning: 'collagen production of this person over that of a non-smoker' },
  width: { unit: '1', meaning: 'width of the channels over that of the reference treatment' },
  depth: { unit: '1', meaning: 'depth of the channels over that of the reference treatment' },
  wP: { unit: '1', meaning: 'rate of the early seal over that without occlusion' },
  wB: { unit: '1', meaning: 'rate of barrier repair over that without occlusion' },
}

const NOTES = [
  'Needling and skin healing, one course of one person, exported by Pointillé. Time is in days; amounts are relative.',
  'Events are the treatments, the application of platelet-rich plasma, and occlusion. Parameters hold the central values; each has its sources, or the word assumed, in its notes.',
  'This is a research model, not medical advice. MODEL.md of the healing package says what was measured, calibrated and assumed.',
]

/** A course as SBML with the central values of parameters and dose. */
export function courseToSbml(course: Course, draw: ParameterDraw = priorMedian()): string {
  const doses = course.treatments.map((treatment) =>
    needlingDose(treatment, course.site, course.ageYears, MEDIAN_DOSE_DRAW),
  )
  return cascadeToSbml(course, doses, draw)
}

/** A course whose doses are known, as SBML: the very equations, parameters and events that `solveCourse` solves. */
export function cascadeToSbml(course: CascadeCourse, doses: readonly CascadeDose[], draw: ParameterDraw): string {
  const values = kernelParameters(course, draw)
  return printSbml(CASCADE_MODEL, {
    id: 'pointille_cascade',
    name: 'Pointillé: skin healing after needling',
    notes: NOTES,
    parameters: CASCADE_MODEL.parameters.map((name, at) => ({ name, value: values[at]!, ...toldOf(name) })),
    events: courseEvents(course, doses, draw),
  })
}

function toldOf(name: string): Omit<SbmlParameter, 'name' | 'value'> {
  const quantity = PARAMETERS.find(({ symbol }) => symbol === name)
  if (quantity) {
    const sources = quantity.sources === 'assumed' ? 'assumed' : quantity.sources.join(', ')
    return {
      unit: quantity.unit,
      meaning: quantity.meaning.en,
      notes: [`Unit: ${quantity.unit}. Plausible: ${quantity.low} to ${quantity.high}. Source: ${sources}.`],
    }
  }
  const setting = SETTINGS[name]
  if (!setting) throw new Error(`Nothing is told of the parameter ${name}.`)
  return { ...setting, notes: [] }
}
