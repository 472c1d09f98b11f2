/** One row of a table: column name to the text that stood there, '' when the source printed nothing. */
export type CsvRow = Readonly<Record<string, string>>

/**
 * Reads a comma-separated table with a header line, quoted cells and doubled quotes (RFC 4180).
 * Throws when a line does not have as many cells as the header: an evidence row that slipped is worse than none.
 */
export const parseCsv = (text: string): CsvRow[] => {
  const [header, ...lines] = readCells(text)
  if (!header) return []
  return lines.map((cells) => {
    if (cells.length !== header.length) {
      throw new Error(`Row ${cells[0]} has ${cells.length} cells, the header has ${header.length}`)
    }
    return Object.fromEntries(header.map((name, index) => [name, cells[index] ?? '']))
  })
}

const readCells = (text: string): string[][] => {
  const lines: string[][] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  const endCell = () => {
    cells.push(cell)
    cell = ''
  }
  const endLine = () => {
    endCell()
    if (cells.length > 1 || cells[0] !== '') lines.push(cells)
    cells = []
  }
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (quoted) {
      if (character !== '"') cell += character
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (character === '"') quoted = true
    else if (character === ',') endCell()
    else if (character === '\n') endLine()
    else if (character !== '\r') cell += character
  }
  if (cell !== '' || cells.length > 0) endLine()
  return lines
}
