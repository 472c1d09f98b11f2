import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CASCADE_MODEL } from '../../cascade/cascade-model.ts'
import { evaluateExpression } from '../evaluate-expression.ts'
import type { Expression } from '../expression.ts'
import { parseModel } from '../parse-model.ts'
import { anyExpression, anyValues } from '../test-expressions.ts'
import { courseToSbml } from './course-to-sbml.ts'
import { mathOf } from './mathml.ts'
import { SBML_COURSES } from './test-courses.ts'
import { evaluateMathml } from './test-mathml.ts'
import { listNodes, parseXml, type XmlNode } from './test-xml.ts'

const parsed = parseModel(CASCADE_MODEL)

test('an expression means the same in MathML', () => {
  fc.assert(
    fc.property(anyExpression, anyValues, (tree, values) => {
      const value = evaluateExpression(tree, (name) => values[name]!)
      expect(evaluateMathml(parseXml(mathOf(tree)), (name) => values[name]!)).toBe(value)
    }),
    { numRuns: 300 },
  )
})

test('texts that XML would misread are written so that it reads them right', () => {
  const [one] = listNodes(parseXml(courseToSbml(SBML_COURSES[0]!)), 'model')
  expect(one!.attributes.get('name')).toBe('Pointillé: skin healing after needling')
  expect(() => parseXml('<a><b></a>')).toThrow('</a> closes <b>')
})

describe.each(SBML_COURSES.map((course) => [course.treatments.length, courseToSbml(course)] as const))(
  'the export of a course of %d treatment(s)',
  (_, sbml) => {
    const document = parseXml(sbml)
    const random = (name: string) =>
      0.3 + (Array.from(name).reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % 97) / 50
    /** The math of an element and an expression of the model, at the same values. */
    const expectSame = (node: XmlNode, expression: Expression, given = new Map<string, number>()) => {
      const value = evaluateExpression(expression, (name) => given.get(name) ?? random(name === 't' ? 'time' : name))
      expect(evaluateMathml(listNodes(node, 'math')[0]!, random)).toBe(value)
    }

    test('has every state with its rate, and every definition', () => {
      const rules = listNodes(document, 'rateRule').map((rule) => [rule.attributes.get('variable'), rule] as const)
      const moving = parsed.states.filter(({ rate }) => rate.kind !== 'number')
      expect(rules.map(([name]) => name)).toEqual(moving.map(({ name }) => name))
      for (const [at, [, rule]] of rules.entries()) expectSame(rule, moving[at]!.rate)

      const assigned = listNodes(document, 'assignmentRule')
      expect(assigned.map((rule) => rule.attributes.get('variable'))).toEqual([...parsed.definitions.keys()])
      for (const rule of assigned) expectSame(rule, parsed.definitions.get(rule.attributes.get('variable')!)!)
    })

    test('starts every state at rest, once', () => {
      const assigned = new Map(
        listNodes(document, 'initialAssignment').map((node) => [node.attributes.get('symbol'), node]),
      )
      const species = new Map(listNodes(document, 'species').map((node) => [node.attributes.get('id')!, node]))
      expect([...species.keys()]).toEqual(parsed.states.map(({ name }) => name))
      for (const { name, rest } of parsed.states) {
        const amount = species.get(name)!.attributes.get('initialAmount')
        const assignment = assigned.get(name)
        expect([amount, assignment].filter((given) => given !== undefined)).toHaveLength(1)
        if (assignment) expectSame(assignment, rest)
        else expect(Number(amount)).toBe(evaluateExpression(rest, random))
      }
    })

    test('names everything once and mentions nothing else', () => {
      const ids = ['species', 'parameter', 'compartment', 'event'].flatMap((name) =>
        listNodes(document, name).map((node) => node.attributes.get('id')!),
      )
      expect(new Set(ids).size).toBe(ids.length)
      for (const { text } of listNodes(document, 'ci')) expect(ids).toContain(text)
    })
  },
)

test('events stand in the order in which they apply, with falling priority', () => {
  const events = listNodes(parseXml(courseToSbml(SBML_COURSES[0]!)), 'event')
  const instants = events.map((event) => evaluateMathml(listNodes(listNodes(event, 'trigger')[0]!, 'cn')[0]!, () => 0))
  expect(events.map((event) => event.attributes.get('id'))).toEqual([
    'treatment_1',
    'occlusion_2',
    'occlusionEnds_3',
    'prp_4',
    'treatment_5',
    'treatment_6',
    'prp_7',
  ])
  expect(instants).toEqual([0, 0, 0.125, 0, 1.5, 30, 30 + 10 / 1440])
  const priorities = events.map((event) =>
    evaluateMathml(listNodes(listNodes(event, 'priority')[0]!, 'math')[0]!, () => 0),
  )
  expect(priorities).toEqual(priorities.toSorted((a, b) => b - a))
})
