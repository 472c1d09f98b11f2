import type { Access } from './patient-record.ts'

type Line = { at: number; actorKind: string; actorName: string; action: string; outcome: string }

/** The access log, newest first, with what one person did again and again on one day as one line. */
export function groupAccesses(lines: readonly Line[], dayOf: (at: number) => string): Access[] {
  const accesses: Access[] = []
  for (const { at, ...line } of lines) {
    const same = accesses.find(
      (access) =>
        access.actorKind === line.actorKind &&
        access.actorName === line.actorName &&
        access.action === line.action &&
        access.outcome === line.outcome &&
        dayOf(access.fromAt) === dayOf(at),
    )
    if (same) {
      same.fromAt = Math.min(same.fromAt, at)
      same.toAt = Math.max(same.toAt, at)
      same.count += 1
    } else accesses.push({ ...line, fromAt: at, toAt: at, count: 1 })
  }
  return accesses
}
