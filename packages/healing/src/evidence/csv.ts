/** One row of a table: column name to the text that stood there, '' when the source printed nothing. */
export type CsvRow = Readonly<Record<string, string>>

/** A table that cannot be read, and where: the line of the file (the header is line 1) and the column. */
export class CsvFault extends Error {
  readonly line: number
  readonly column: string

  constructor(line: number, column: string, why: string) {
    super(`line ${line}, column ${JSON.stringify(column)}: ${why}`)
    this.name = 'CsvFault'
    this.line = line
    this.column = column
  }
}

/**
 * Reads a comma-separated table with a header line, quoted cells and doubled quotes (RFC 4180).
 * Throws CsvFault when a line does not have as many cells as the header (an evidence row that slipped is worse than none),
 * when a quote is never closed, or when one of the `required` columns is not in the header.
 */
export const parseCsv = (text: string, required: readonly string[] = []): CsvRow[] => {
  const [first, ...lines] = readCells(text.startsWith('\uFEFF') ? text.slice(1) : text)
  const header = first?.cells.map((name) => name.trim()) ?? []
  for (const name of required) {
    if (!header.includes(name)) throw new CsvFault(first?.line ?? 1, name, missingColumn(header))
  }
  header.forEach((name, at) => {
    if (header.indexOf(name) !== at) throw new CsvFault(first!.line, name, 'this column stands twice in the header')
  })
  return lines.map(({ line, cells }) => {
    if (cells.length !== header.length) {
      const column = header[Math.min(cells.length, header.length - 1)] ?? ''
      throw new CsvFault(line, column, `${cells.length} cells, the header has ${header.length}`)
    }
    return Object.fromEntries(header.map((name, at) => [name, cells[at] ?? '']))
  })
}

function missingColumn(header: readonly string[]): string {
  if (header.length === 0) return 'the file is empty; a header line with this column is expected'
  const semicolon = header.length === 1 && header[0]?.includes(';')
  return semicolon
    ? 'it is not in the header, which is parted by semicolons; commas are expected'
    : 'it is not in the header'
}

type Line = { readonly line: number; readonly cells: readonly string[] }

const readCells = (text: string): Line[] => {
  const lines: Line[] = []
  let cells: string[] = []
  let cell = ''
  let isQuoted = false
  let line = 1
  let startedOn = 1
  let quotedOn = 1
  const endCell = () => {
    cells.push(cell)
    cell = ''
  }
  const endLine = () => {
    endCell()
    if (cells.length > 1 || cells[0] !== '') lines.push({ line: startedOn, cells })
    cells = []
    startedOn = line + 1
  }
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (isQuoted) {
      if (character !== '"') cell += character
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else isQuoted = false
    } else if (character === '"' && cell === '') {
      isQuoted = true
      quotedOn = line
    } else if (character === ',') endCell()
    else if (character === '\n') endLine()
    else if (character !== '\r') cell += character
    if (character === '\n') line += 1
  }
  if (isQuoted) {
    throw new CsvFault(quotedOn, lines[0]?.cells[cells.length] ?? '', 'a quote is opened here and never closed')
  }
  if (cell !== '' || cells.length > 0) endLine()
  return lines
}
