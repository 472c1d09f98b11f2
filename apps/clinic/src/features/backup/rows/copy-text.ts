const escapes: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

/** The cells of one line of PostgreSQL's COPY text, without its newline; null where there is no value. */
export function readCopyLine(line: string): (string | null)[] {
  return line.split('\t').map((cell) => {
    if (cell === '\\N') return null
    return cell.includes('\\') ? cell.replace(/\\(.)/g, (_, letter: string) => escapes[letter] ?? letter) : cell
  })
}

/** Reads the lines of one table as rows that give a cell by its column's name; throws when the table has no such column. */
export function readRows(columns: readonly string[]): (lines: string) => Generator<(column: string) => string | null> {
  const places = new Map(columns.map((column, place) => [column, place]))
  return function* (lines) {
    for (const line of lines.split('\n')) {
      if (line === '') continue
      const cells = readCopyLine(line)
      yield (column) => {
        const place = places.get(column)
        if (place === undefined) throw new Error(`the table has no column ${column}`)
        return cells[place] ?? null
      }
    }
  }
}
