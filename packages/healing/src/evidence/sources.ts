import { SOURCE_ROWS } from '../generated/sources.ts'

/** Where a figure was read. */
export type Source = {
  readonly id: string
  readonly url: string
  /** True when the number was quoted by another page than the study itself. */
  readonly secondary: boolean
}

const byId = new Map<string, Source>(
  SOURCE_ROWS.map(([id, url, secondary]) => [id, { id, url, secondary: secondary === 1 }]),
)

/** The source of an evidence row (`K0050`, `AS06`, `AE22`, `SK01`); undefined when the tables have no such row. */
export const findSource = (id: string): Source | undefined => byId.get(id)
