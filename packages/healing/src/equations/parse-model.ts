import { type Expression, namesIn } from './expression.ts'
import { anchorOf, EVENT_INSTANT, type Model } from './model.ts'
import { parseExpression } from './parse-expression.ts'

/** A model whose texts are read, and whose names all mean something. */
export interface ParsedModel {
  readonly states: readonly ParsedState[]
  readonly definitions: ReadonlyMap<string, Expression>
  readonly parameters: readonly string[]
  readonly events: readonly ParsedEvent[]
}

export interface ParsedState {
  readonly name: string
  readonly rest: Expression
  readonly rate: Expression
  readonly closed?: Expression
}

export interface ParsedEvent {
  readonly name: string
  readonly with: readonly string[]
  readonly set: ReadonlyMap<string, Expression>
}

/** Reads every text of a model. Throws where a text cannot be read, a name means nothing, or means two things. */
export function parseModel(model: Model): ParsedModel {
  const states = model.states.map(({ name, rest, rate, closed }) => ({
    name,
    rest: read(rest, `rest of ${name}`),
    rate: read(rate, `rate of ${name}`),
    ...(closed === undefined ? {} : { closed: read(closed, `closed form of ${name}`) }),
  }))
  const definitions = new Map(model.definitions.map(({ name, is }) => [name, read(is, name)]))
  const events = model.events.map((event) => ({
    name: event.name,
    with: event.with,
    set: new Map(Object.entries(event.set).map(([target, text]) => [target, read(text, `${target} at ${event.name}`)])),
  }))
  const parsed = { states, definitions, parameters: model.parameters, events }
  refuseStrangers(model, parsed)
  return parsed
}

function read(text: string, where: string): Expression {
  try {
    return parseExpression(text)
  } catch (cause) {
    throw new Error(`${where}: ${(cause as Error).message}`, { cause })
  }
}

function refuseStrangers(model: Model, parsed: ParsedModel): void {
  const states = parsed.states.map(({ name }) => name)
  const known = new Set(['t', EVENT_INSTANT])
  for (const name of [...model.parameters, ...states, ...model.definitions.map((definition) => definition.name)]) {
    if (known.has(name)) throw new Error(`The name ${name} is given twice.`)
    known.add(name)
  }
  const expectKnown = (expression: Expression, allowed: (name: string) => boolean, where: string) => {
    const stranger = namesIn(expression).find((name) => !allowed(name))
    if (stranger !== undefined) throw new Error(`${where} mentions ${stranger}, which it cannot know.`)
  }

  const parameters = new Set(model.parameters)
  const above = new Set([...model.parameters, ...states, 't'])
  const fixed = new Set(model.parameters)
  for (const [name, expression] of parsed.definitions) {
    expectKnown(expression, (mentioned) => above.has(mentioned), name)
    if (namesIn(expression).every((mentioned) => fixed.has(mentioned))) fixed.add(name)
    above.add(name)
  }
  const anchors = new Set(parsed.states.filter(({ closed }) => closed).map(({ name }) => anchorOf(name)))
  for (const { name, rest, rate, closed } of parsed.states) {
    expectKnown(rest, (mentioned) => fixed.has(mentioned), `rest of ${name}`)
    expectKnown(rate, (mentioned) => above.has(mentioned), `rate of ${name}`)
    const inClosed = (mentioned: string) =>
      fixed.has(mentioned) || anchors.has(mentioned) || mentioned === 't' || mentioned === EVENT_INSTANT
    if (closed) expectKnown(closed, inClosed, `closed form of ${name}`)
  }
  for (const event of parsed.events) {
    for (const [target, expression] of event.set) {
      const where = `${target} at ${event.name}`
      if (!parameters.has(target) && !states.includes(target)) throw new Error(`${where}: there is nothing to set.`)
      expectKnown(expression, (mentioned) => above.has(mentioned) || event.with.includes(mentioned), where)
    }
  }
}
