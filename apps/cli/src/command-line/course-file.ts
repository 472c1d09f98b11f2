import { type Course, type CourseFault, type Observation, parseCourse, parseObservations } from '@pointille/healing'
import { readJson } from './files.ts'
import { InputFault } from './input-fault.ts'
import { nearest } from './nearest.ts'

/** Reads COURSE.json; throws InputFault with one line for each field that is wrong. */
export async function readCourse(path: string): Promise<Course> {
  const { course, faults } = parseCourse(await readJson(path))
  if (faults) throw new InputFault(faults.map((fault) => `${path}: ${sayFault(fault)}`))
  return course
}

/** Reads a list of a person's answers; throws InputFault with one line for each field that is wrong. */
export async function readObservations(path: string): Promise<readonly Observation[]> {
  const { observations, faults } = parseObservations(await readJson(path))
  if (faults) throw new InputFault(faults.map((fault) => `${path}: ${sayFault(fault)}`))
  return observations
}

/** One line: the field, what is expected there, what stood there. */
export function sayFault({ field, code, value, low, high, choices = [] }: CourseFault): string {
  const name = field ? `"${field}"` : 'the course'
  const range = `a number from ${low} to ${high}`
  const list = choices.join(', ')
  const given = JSON.stringify(value)
  switch (code) {
    case 'missing':
      return `${name} is missing: write ${low !== undefined ? range : list ? `one of ${list}` : 'a list, [] for none'}.`
    case 'unknownField': {
      const near = nearest(field.split('.').at(-1)!, choices.map(String))
      return `${name} is not known: ${near ? `did you mean "${near}"?` : `remove it, or use one of ${list}.`}`
    }
    case 'notARecord':
      return `${name}: a record {…} with ${list} is expected, not ${given}.`
    case 'notAList':
      return `${name}: a list […] is expected, not ${given}.`
    case 'notANumber':
      return `${name}: ${range} is expected, not ${given}.`
    case 'notYesOrNo':
      return `${name}: true or false is expected, not ${given}.`
    case 'notOneOf': {
      const near = typeof value === 'string' ? nearest(value, choices.map(String)) : undefined
      return `${name}: ${given} is not one of ${list}.${near ? ` Did you mean "${near}"?` : ''}`
    }
    case 'tooLow':
      return `${name}: ${given} is below ${low}, the lowest that is accepted (to ${high}).`
    case 'tooHigh':
      return `${name}: ${given} is above ${high}, the highest that is accepted (from ${low}).`
    case 'tooMany':
      return `${name}: ${given} entries, at most ${high} are accepted. Split the course.`
  }
}
