/** What two patients can have shared. `spin`: one run of the centrifuge. `operator`: who wrote down the act. */
export const sharedKinds = ['cartridge', 'lot', 'device', 'spin', 'room', 'operator'] as const
export type SharedKind = (typeof sharedKinds)[number]

/** What a look-back can start from: a shared thing, or a patient and all that they shared. */
export const askedKinds = ['lot', 'cartridge', 'device', 'spin', 'room', 'operator', 'patient'] as const
export type AskedKind = (typeof askedKinds)[number]

/** `unknown`: treated in these days, and what would tell whether they shared it was not written down. */
export const certainties = ['direct', 'indirect', 'unknown'] as const
export type Certainty = (typeof certainties)[number]

/**
 * How long a thing links those who used it: a room is cleaned and an operator changes gloves, so they link one local day
 * and indirectly; needles, a lot, a handpiece and a spin link all who used them in the days that were asked for.
 */
export const linksOneDay: readonly SharedKind[] = ['room', 'operator']

/** What a person can leave something on for whoever comes next. A lot comes from its maker as it is: nobody passes through it. */
export const passesOn: readonly SharedKind[] = ['cartridge', 'device', 'spin', 'room', 'operator']

/** How sure a link through this thing is, seen from a patient. */
export function certaintyOf(kind: SharedKind): 'direct' | 'indirect' {
  return linksOneDay.includes(kind) ? 'indirect' : 'direct'
}

export function isAskedKind(text: string): text is AskedKind {
  return askedKinds.some((kind) => kind === text)
}
