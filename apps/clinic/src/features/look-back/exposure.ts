import type { Certainty, SharedKind } from './link-rules.ts'

/** One use as it is written down: what, in which treatment, whose, when (epoch ms). */
export type Use = { kind: SharedKind; source: string; at: number; treatmentId: string; patientId: string }

/** One treatment that a look-back found. `order` 2: after somebody of order 1, through what they used. */
export type Exposure = {
  order: 1 | 2
  certainty: Certainty
  treatmentId: string
  patientId: string
  /** When the shared thing was used there; of unknown ones, when the treatment was opened. Epoch ms. */
  at: number
  links: { kind: SharedKind; source: string }[]
}

/** Half-open, epoch ms. */
export type Span = { fromAt: number; toAt: number }

/** Makes of uses one row per treatment, with every link and the earliest instant, in order of time. */
export function gather(uses: readonly Use[], order: 1 | 2, certainty: Certainty): Exposure[] {
  const rows = new Map<string, Exposure>()
  for (const { kind, source, at, treatmentId, patientId } of uses) {
    const row = rows.get(treatmentId) ?? { order, certainty, treatmentId, patientId, at, links: [] }
    row.at = Math.min(row.at, at)
    if (!row.links.some((link) => link.kind === kind && link.source === source)) row.links.push({ kind, source })
    rows.set(treatmentId, row)
  }
  return [...rows.values()].sort((a, b) => a.at - b.at || (a.treatmentId < b.treatmentId ? -1 : 1))
}
