import { CASCADE_MODEL } from '../../cascade/cascade-model.ts'
import type { ParameterDraw } from '../../cascade/parameters.ts'
import { type LearntParameter, learntParameters } from '../../cascade/posterior.ts'
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
  'Events are the treatments, the application of platelet-rich plasma, and occlusion. The notes of each parameter tell its unit, its 90 % range and its sources, or the word assumed.',
  'This is a research model, not medical advice. MODEL.md of the healing package says what was measured, calibrated and assumed.',
]

/**
 * A course as SBML, with the central dose of each treatment. `draw` is one of the posterior (`posteriorDraw`); without it
 * every parameter has its median.
 */
export function courseToSbml(course: Course, draw?: ParameterDraw): string {
  const doses = course.treatments.map((treatment) =>
    needlingDose(treatment, course.site, course.ageYears, MEDIAN_DOSE_DRAW),
  )
  return cascadeToSbml(course, doses, draw ?? Float64Array.from(learntParameters(), ({ after }) => after.value))
}

/** A course whose doses are known, as SBML: the very equations, parameters and events that `solveCourse` solves. */
export function cascadeToSbml(course: CascadeCourse, doses: readonly CascadeDose[], draw: ParameterDraw): string {
  const values = kernelParameters(course, draw)
  const learnt = new Map(learntParameters().map((parameter) => [parameter.symbol, parameter]))
  return printSbml(CASCADE_MODEL, {
    id: 'pointille_cascade',
    name: 'Pointillé: skin healing after needling',
    notes: NOTES,
    parameters: CASCADE_MODEL.parameters.map((name, at) => ({
      name,
      value: values[at]!,
      ...toldOf(name, learnt.get(name)),
    })),
    events: courseEvents(course, doses, draw),
  })
}

function toldOf(name: string, learnt: LearntParameter | undefined): Omit<SbmlParameter, 'name' | 'value'> {
  if (learnt) {
    const { unit, meaning, after } = learnt
    const sources = learnt.sources === 'assumed' ? 'assumed' : learnt.sources.join(', ')
    const range = `${digits(after.low)} to ${digits(after.high)}`
    return { unit, meaning: meaning.en, notes: [`Unit: ${unit}. 90 % range: ${range}. Source: ${sources}.`] }
  }
  const setting = SETTINGS[name]
  if (!setting) throw new Error(`Nothing is told of the parameter ${name}.`)
  return { ...setting, notes: [] }
}

const digits = (value: number): number => Number(value.toPrecision(3))
