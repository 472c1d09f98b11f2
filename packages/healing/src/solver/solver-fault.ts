export type SolverFaultReason = 'StepTooSmall' | 'SingularMatrix' | 'NotFinite' | 'TooManySteps'

const ways: Record<SolverFaultReason, string> = {
  StepTooSmall:
    'the step fell below what time can resolve: loosen the tolerance, or look for a rate that is not smooth there',
  SingularMatrix: 'shift·I − J stayed singular at every step tried: look for a Jacobian that does not match the rates',
  NotFinite:
    'a rate or a state was not a finite number: look for a root, logarithm or quotient outside its domain there',
  TooManySteps: 'the steps allowed were used up: loosen the tolerance or raise maxSteps',
}

/** The integrator could not go on: says when, why, and what to try. */
export class SolverFault extends Error {
  readonly reason: SolverFaultReason
  /** Time that was reached, in the unit of the system (days). */
  readonly at: number

  constructor(reason: SolverFaultReason, at: number) {
    super(`At t = ${at}: ${ways[reason]}.`)
    this.name = 'SolverFault'
    this.reason = reason
    this.at = at
  }
}
