import { type Phase, RESOURCE_KINDS, type ResourceKind } from './question.ts'

/** A stretch of the appointment, minutes after its start, in which a role is needed without a pause. */
export type Use = { readonly offsetMinutes: number; readonly minutes: number }

/** One kind of resource an appointment needs, and when. */
export type Role = { readonly kind: ResourceKind; readonly uses: readonly Use[] }

/**
 * Length of the whole appointment, all its phases, in minutes.
 * @throws RangeError when there is no phase, or one without a positive whole number of minutes
 */
export function appointmentMinutes(phases: readonly Phase[]): number {
  if (phases.length === 0) throw new RangeError('A service needs at least one phase')
  let total = 0
  for (const { kind, minutes } of phases) {
    if (!Number.isInteger(minutes) || minutes < 1) throw new RangeError(`Phase ${kind} cannot last ${minutes} minutes`)
    total += minutes
  }
  return total
}

/** Lists the roles of a service, in the order of RESOURCE_KINDS; uses in neighbouring phases are one use. */
export function listRoles(phases: readonly Phase[]): Role[] {
  return RESOURCE_KINDS.map((kind) => ({
    kind,
    uses: listUses(phases, (phase) => phase.resources.includes(kind)),
  })).filter((role) => role.uses.length > 0)
}

/** Lists the stretches made of the phases for which `isNeeded` holds. */
export function listUses(phases: readonly Phase[], isNeeded: (phase: Phase) => boolean): Use[] {
  const uses: { offsetMinutes: number; minutes: number }[] = []
  let offsetMinutes = 0
  let wasNeeded = false
  for (const phase of phases) {
    const needed = isNeeded(phase)
    if (needed && wasNeeded) uses.at(-1)!.minutes += phase.minutes
    else if (needed) uses.push({ offsetMinutes, minutes: phase.minutes })
    wasNeeded = needed
    offsetMinutes += phase.minutes
  }
  return uses
}
