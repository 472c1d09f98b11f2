import pg from 'pg'

const { builtins } = pg.types

/**
 * How PostgreSQL's values reach our code: instants as epoch milliseconds (numbers named `…At`), local dates as
 * 'YYYY-MM-DD' (the driver's own choice, a Date at local midnight, moves birthdays), wall-clock times as 'HH:MM:SS'.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (format !== 'binary') {
      if (oid === builtins.TIMESTAMPTZ)
        return (text: string) => Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
      if (oid === builtins.DATE) return (text: string) => text
      if (oid === builtins.INT8) return Number
    }
    return pg.types.getTypeParser(oid, format as 'text')
  },
}
