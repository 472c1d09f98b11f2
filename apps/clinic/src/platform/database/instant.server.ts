import { type ColumnType, type RawBuilder, sql } from 'kysely'

/** A `timestamptz` column: read as epoch milliseconds, written as a Date. */
export type Instant = ColumnType<number, Date, Date>

/** An instant (epoch ms) to compare a `timestamptz` column with: `.where('startsAt', '<', instant(nowAt))`. */
export function instant(at: number): RawBuilder<number> {
  return sql<number>`${new Date(at)}::timestamptz`
}
