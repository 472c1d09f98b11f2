import { isNumber, simplify } from '../algebra.ts'
import type { Expression } from '../expression.ts'
import type { Model } from '../model.ts'
import { type ParsedModel, parseModel } from '../parse-model.ts'
import { apply, MATHML, mathOf, numberElement, timeElement } from './mathml.ts'
import { element, textElement } from './xml.ts'

/** What a model needs to be run: values, and what happens when. */
export interface SbmlRun {
  readonly id: string
  readonly name: string
  /** Paragraphs for the reader of the file. */
  readonly notes: readonly string[]
  readonly parameters: readonly SbmlParameter[]
  /** In the order in which they apply; values in the order of the event's `with`. */
  readonly events: readonly { readonly at: number; readonly name: string; readonly values: readonly number[] }[]
}

/** A parameter's value with what is told of it. */
export interface SbmlParameter {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly meaning: string
  readonly notes: readonly string[]
}

const SECONDS_A_DAY = 86_400
/** Our units that SBML can say; whatever is a share or a ratio is dimensionless. */
const UNITS: Readonly<Record<string, string>> = {
  '1/d': 'per_day',
  d: 'day',
  h: 'hour',
  years: 'year',
  µm: 'micrometre',
}
const unitOf = (unit: string): string => UNITS[unit] ?? 'dimensionless'

/** A model as SBML Level 3 Version 2 Core: every state a species with a rate rule, every definition an assignment rule. */
export function printSbml(model: Model, run: SbmlRun): string {
  const parsed = parseModel(model)
  const set = new Set(parsed.events.flatMap((event) => [...event.set.keys()]))
  const parameters = run.parameters.map(({ name, value, unit, meaning, notes }) =>
    element(
      'parameter',
      { id: name, name: meaning, value, units: unitOf(unit), constant: !set.has(name) },
      ...notesOf(notes),
    ),
  )
  const definitions = model.definitions.map(({ name, unit, meaning }) =>
    element('parameter', { id: name, name: meaning, units: unitOf(unit), constant: false }),
  )
  const species = model.states.map(({ name, meaning, unit }, at) => {
    const rest = simplify(parsed.states[at]!.rest)
    return element(
      'species',
      {
        id: name,
        name: meaning,
        compartment: 'skin',
        initialAmount: rest.kind === 'number' ? rest.value : undefined,
        substanceUnits: 'dimensionless',
        hasOnlySubstanceUnits: true,
        boundaryCondition: false,
        constant: false,
      },
      ...notesOf([`Unit: ${unit}.`]),
    )
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    'sbml',
    { xmlns: 'http://www.sbml.org/sbml/level3/version2/core', level: 3, version: 2 },
    element(
      'model',
      {
        id: run.id,
        name: run.name,
        substanceUnits: 'dimensionless',
        timeUnits: 'day',
        volumeUnits: 'dimensionless',
        extentUnits: 'dimensionless',
      },
      ...notesOf(run.notes),
      element('listOfUnitDefinitions', {}, ...unitDefinitions()),
      element(
        'listOfCompartments',
        {},
        element('compartment', { id: 'skin', spatialDimensions: 3, size: 1, units: 'dimensionless', constant: true }),
      ),
      ...listOf('listOfSpecies', species),
      ...listOf('listOfParameters', [...parameters, ...definitions]),
      ...listOf('listOfInitialAssignments', initialAssignments(parsed)),
      ...listOf('listOfRules', rules(parsed)),
      ...listOf('listOfEvents', events(parsed, run)),
    ),
  )}\n`
}

const listOf = (name: string, items: readonly string[]): string[] =>
  items.length > 0 ? [element(name, {}, ...items)] : []

const notesOf = (paragraphs: readonly string[]): string[] =>
  paragraphs.length === 0
    ? []
    : [
        element(
          'notes',
          {},
          ...paragraphs.map((text) => textElement('p', { xmlns: 'http://www.w3.org/1999/xhtml' }, text)),
        ),
      ]

function unitDefinitions(): string[] {
  const defined = (id: string, kind: string, exponent: number, multiplier: number) =>
    element(
      'unitDefinition',
      { id },
      element('listOfUnits', {}, element('unit', { kind, exponent, scale: 0, multiplier })),
    )
  return [
    defined('day', 'second', 1, SECONDS_A_DAY),
    defined('per_day', 'second', -1, SECONDS_A_DAY),
    defined('hour', 'second', 1, SECONDS_A_DAY / 24),
    defined('year', 'second', 1, 365.25 * SECONDS_A_DAY),
    defined('micrometre', 'metre', 1, 1e-6),
  ]
}

const initialAssignments = (parsed: ParsedModel): string[] =>
  parsed.states
    .filter(({ rest }) => simplify(rest).kind !== 'number')
    .map(({ name, rest }) => element('initialAssignment', { symbol: name }, mathOf(rest)))

const rules = (parsed: ParsedModel): string[] => [
  ...[...parsed.definitions].map(([name, is]) => element('assignmentRule', { variable: name }, mathOf(is))),
  ...parsed.states.flatMap(({ name, rate }) =>
    isNumber(simplify(rate), 0) ? [] : [element('rateRule', { variable: name }, mathOf(rate))],
  ),
]

/**
 * Events fire when their instant comes, at time 0 too. Several at one instant apply in their order: the earlier one has the
 * higher priority, and each reads what the one before has left.
 */
function events(parsed: ParsedModel, run: SbmlRun): string[] {
  return run.events.map(({ at, name, values }, order) => {
    const event = parsed.events.find((candidate) => candidate.name === name)
    if (!event) throw new Error(`The model has no event ${name}.`)
    const given = new Map(event.with.map((value, place) => [value, values[place]!]))
    const priority: Expression = { kind: 'number', value: run.events.length - order }
    return element(
      'event',
      { id: `${name}_${order + 1}`, useValuesFromTriggerTime: false },
      element(
        'trigger',
        { initialValue: false, persistent: true },
        element('math', { xmlns: MATHML }, apply('geq', timeElement(), numberElement(at))),
      ),
      element('priority', {}, mathOf(priority)),
      element(
        'listOfEventAssignments',
        {},
        ...[...event.set].map(([variable, to]) => element('eventAssignment', { variable }, mathOf(to, given))),
      ),
    )
  })
}
