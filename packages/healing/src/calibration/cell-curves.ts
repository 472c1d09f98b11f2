import { parseCsv } from '../evidence/csv.ts'

/** One printed mean of a cell count in a wound (K0342-K0371). */
export interface CellCount {
  readonly id: string
  readonly state: 'N' | 'M1' | 'M2'
  readonly hours: number
  readonly mean: number
  readonly standardError: number
}

const STATES = {
  neutrophil_count_normalised: 'N',
  M1_macrophage_count_normalised: 'M1',
  M2_macrophage_count_normalised: 'M2',
} as const

/** The cell curves of `evidence/kinetics.csv`. */
export function readCellCurves(csv: string): CellCount[] {
  return parseCsv(csv, ['id', 'measure', 'time_value', 'mean', 'sd', 'n_at_time']).flatMap((row) => {
    if (!Object.hasOwn(STATES, row.measure!)) return []
    return {
      id: row.id!,
      state: STATES[row.measure as keyof typeof STATES],
      hours: Number(row.time_value),
      mean: Number(row.mean),
      standardError: Number(row.sd) / Math.sqrt(Number(row.n_at_time)),
    }
  })
}
