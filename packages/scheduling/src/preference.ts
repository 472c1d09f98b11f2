import type { BoardDay, Staffing } from './board.ts'
import type { Candidate } from './candidate.ts'

/**
 * Lists the candidates of a role in the order in which a start of `day` is given to them.
 *
 * Practitioners share the work: whoever has the fewest occupied minutes that day comes first; equals take turns by date,
 * in the order of their ids. Everything else is used in the clinic's own order, that of the list handed in, which packs
 * the first room and leaves the others whole.
 */
export function listPreferred(role: Staffing, day: BoardDay): readonly Candidate[] {
  if (role.kind !== 'practitioner' || role.candidates.length < 2) return role.candidates
  const byId = role.candidates.toSorted((a, b) => (a.resource.id < b.resource.id ? -1 : 1))
  const dayNumber = Math.floor((day.pieces[0]?.startAt ?? 0) / 86_400_000)
  return byId
    .map((candidate, index) => ({
      candidate,
      occupiedMs: occupiedMs(candidate, day),
      turn: (((index - dayNumber) % byId.length) + byId.length) % byId.length,
    }))
    .sort((a, b) => a.occupiedMs - b.occupiedMs || a.turn - b.turn)
    .map(({ candidate }) => candidate)
}

function occupiedMs({ occupancies }: Candidate, { pieces }: BoardDay): number {
  let sum = 0
  for (const occupancy of occupancies) {
    for (const piece of pieces) {
      sum += Math.max(0, Math.min(occupancy.endAt, piece.endAt) - Math.max(occupancy.startAt, piece.startAt))
    }
  }
  return sum
}
