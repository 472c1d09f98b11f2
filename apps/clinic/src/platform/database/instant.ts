import type { ColumnType } from 'kysely'

/** A `timestamptz` column: read as epoch milliseconds, written as a Date. */
export type Instant = ColumnType<number, Date, Date>
