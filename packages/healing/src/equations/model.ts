/**
 * A model written as text: what a person reads in MODEL.md is what is parsed, derived, and printed as TypeScript, C,
 * Python and SBML. Time `t` is in days. An expression knows numbers, names, `+ - * / ^`, parentheses, and the functions
 * `exp(x)`, `ln(x)`, `sqrt(x)`, `min(a, b)`, `max(a, b)` and `where(x, a, b)` (a where x > 0, else b).
 */
export interface Model {
  readonly states: readonly ModelState[]
  /** Named intermediate results, each in terms of states, parameters, `t` and definitions above it. */
  readonly definitions: readonly ModelDefinition[]
  /** Names of the parameters, in the order in which their values are passed. What depends on the person or the course is one too. */
  readonly parameters: readonly string[]
  readonly events: readonly ModelEvent[]
}

/** What changes with time. */
export interface ModelState {
  readonly name: string
  readonly meaning: string
  readonly unit: string
  /** The undisturbed value, in parameters and definitions that rest on parameters alone. */
  readonly rest: string
  /** The time derivative, per day, such as `pC*(D + cM1*M1)/(1 + M2/kC2) - dC*C`. */
  readonly rate: string
  /**
   * The same state in closed form between two events, in `t`, parameters and anchors: `t_0` is the instant of the last
   * event, `NAME_0` what a state with a closed form was right after it. `P_0*exp(-kP*wP*(t - t_0))`, for example.
   * Such a state is not integrated by the generated kernel; others integrate `rate`, and both must agree.
   */
  readonly closed?: string
}

/** A name for an expression. */
export interface ModelDefinition {
  readonly name: string
  readonly is: string
  readonly meaning: string
  readonly unit: string
}

/** A jump of states, or a change of parameters, at one instant. */
export interface ModelEvent {
  readonly name: string
  /** Names of the values that come with the event, such as `dose`. */
  readonly with: readonly string[]
  /**
   * New value of a state or parameter, in states, parameters, definitions and the event's values. All are read as they
   * were before the event.
   */
  readonly set: Readonly<Record<string, string>>
}

/** The instant of the last event, in closed forms. */
export const EVENT_INSTANT = 't_0'

/** What a state with a closed form was right after the last event, in closed forms. */
export const anchorOf = (state: string): string => `${state}_0`
