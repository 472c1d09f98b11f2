import type { StiffSystem } from '../solver/stiff-system.ts'

/**
 * A model made ready for the integrator: it carries parameters, and the states that have a closed form, along with the
 * integrated ones. `full` vectors hold every state in the model's order, `y` the integrated ones alone.
 */
export interface Kernel extends StiffSystem {
  readonly states: readonly string[]
  readonly integrated: readonly string[]
  readonly parameters: readonly string[]
  timeDerivative(t: number, y: Float64Array, out: Float64Array): void
  /** Binds parameters, in the order of `parameters`. `begin` comes after it. */
  setParameters(values: ArrayLike<number>): void
  /** The undisturbed state. */
  rest(full: Float64Array): void
  /** Starts at `t` from a full state with the bound parameters; fills `y`. */
  begin(t: number, full: ArrayLike<number>, y: Float64Array): void
  /** Applies an event at `t`, in place; `values` in the order of the event's `with`. Throws for an event that is not in the model. */
  applyEvent(name: string, t: number, values: readonly number[], y: Float64Array): void
  /** Every state at `t`, which lies after the last event. */
  fullState(t: number, y: Float64Array, full: Float64Array): void
}

/** What is generated from a model's text: pure arithmetic on arrays that the kernel owns. */
export interface KernelCode {
  readonly states: readonly string[]
  readonly parameters: readonly string[]
  /** Where the integrated states, and those in closed form, stand among all. */
  readonly integrated: readonly number[]
  readonly closed: readonly number[]
  readonly fixedSize: number
  readonly factorsSize: number
  /** Fills what stays the same between events. `anchors` = the instant of the last event, then each closed state right after it. */
  prepare(parameters: Float64Array, anchors: Float64Array, fixed: Float64Array): void
  rest(parameters: Float64Array, full: Float64Array): void
  derivative(t: number, y: Float64Array, fixed: Float64Array, out: Float64Array): void
  timeDerivative(t: number, y: Float64Array, fixed: Float64Array, out: Float64Array): void
  factor(t: number, y: Float64Array, shift: number, fixed: Float64Array, factors: Float64Array): boolean
  solve(factors: Float64Array, b: Float64Array): void
  /** Fills the states in closed form, and those alone. */
  closedStates(t: number, fixed: Float64Array, full: Float64Array): void
  readonly events: Readonly<Record<string, EventCode>>
}

/** Changes state and parameters in place. */
export type EventCode = (t: number, full: Float64Array, parameters: Float64Array, values: readonly number[]) => void

/** A kernel of its own arrays; several may be used side by side. */
export function makeKernel(code: KernelCode): Kernel {
  const { integrated, closed } = code
  const size = integrated.length
  const bound = new Float64Array(code.parameters.length)
  const parameters = new Float64Array(bound.length)
  const anchors = new Float64Array(1 + closed.length)
  const fixed = new Float64Array(code.fixedSize)
  const factors = new Float64Array(code.factorsSize)
  const before = new Float64Array(code.states.length)

  const anchor = (t: number, full: ArrayLike<number>, y: Float64Array): void => {
    anchors[0] = t
    for (let at = 0; at < closed.length; at++) anchors[at + 1] = full[closed[at]!]!
    for (let at = 0; at < size; at++) y[at] = full[integrated[at]!]!
    code.prepare(parameters, anchors, fixed)
  }
  const fullState = (t: number, y: Float64Array, full: Float64Array): void => {
    for (let at = 0; at < size; at++) full[integrated[at]!] = y[at]!
    code.closedStates(t, fixed, full)
  }

  return {
    size,
    states: code.states,
    integrated: integrated.map((at) => code.states[at]!),
    parameters: code.parameters,
    derivative: (t, y, out) => code.derivative(t, y, fixed, out),
    timeDerivative: (t, y, out) => code.timeDerivative(t, y, fixed, out),
    factor: (t, y, shift) => code.factor(t, y, shift, fixed, factors),
    solve: (b) => code.solve(factors, b),
    setParameters(values) {
      if (values.length !== bound.length)
        throw new RangeError(`The model has ${bound.length} parameters, not ${values.length}.`)
      bound.set(values)
      parameters.set(bound)
    },
    rest: (full) => code.rest(bound, full),
    begin(t, full, y) {
      parameters.set(bound)
      anchor(t, full, y)
    },
    applyEvent(name, t, values, y) {
      const event = Object.hasOwn(code.events, name) ? code.events[name] : undefined
      if (!event) throw new Error(`The model has no event ${name}.`)
      fullState(t, y, before)
      event(t, before, parameters, values)
      anchor(t, before, y)
    },
    fullState,
  }
}
