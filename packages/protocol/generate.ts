// Turns the evidence tables into typed constants, so that the rules carry their evidence into the browser without reading a file.
// Development only: `npm run generate -w @pointille/protocol`. A test makes the same text again and compares.
import { readFileSync, writeFileSync } from 'node:fs'

type Row = Record<string, string>

/** Every generated file: its name under src/generated and the text it must hold. */
export function generatedFiles(): { name: string; text: string }[] {
  const read = (name: string) => parseCsv(readFileSync(new URL(`./evidence/${name}.csv`, import.meta.url), 'utf8'))
  return [
    { name: 'contraindications.ts', text: contraindicationsText(read('contraindications')) },
    { name: 'settings.ts', text: settingsText(read('settings')) },
  ]
}

/** RFC 4180: quoted cells may hold commas, line breaks and doubled quotes; the first line names the columns. */
export function parseCsv(text: string): Row[] {
  const lines: string[][] = [[]]
  for (const match of text.matchAll(/("(?:[^"]|"")*"|[^",\n\r]*)(,|\r?\n|$)/g)) {
    const cell = match[1] ?? ''
    lines.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (match[2] === '') break
    if (match[2] !== ',') lines.push([])
  }
  const [head = [], ...rest] = lines.filter((cells) => cells.length > 1)
  return rest.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i] ?? ''])))
}

function contraindicationsText(rows: Row[]): string {
  return constant(
    'contraindications',
    'contraindications.csv',
    rows.map((row) => ({
      id: row.id,
      condition: row.condition,
      kind: row.kind,
      washoutDays: numberOf(row.washout_days),
      why: row.why,
      sourceUrl: row.source_url,
    })),
  )
}

function settingsText(rows: Row[]): string {
  return constant(
    'settings',
    'settings.csv',
    rows.map((row) => ({
      id: row.id,
      indication: row.indication,
      site: row.site,
      device: row.device,
      needleLowMm: numberOf(row.needle_mm_low),
      needleHighMm: numberOf(row.needle_mm_high),
      treatmentsLow: numberOf(row.sessions_low),
      treatmentsHigh: numberOf(row.sessions_high),
      intervalDaysLow: numberOf(row.interval_days_low),
      intervalDaysHigh: numberOf(row.interval_days_high),
      endpoint: row.endpoint,
      sourceUrl: row.source_url,
    })),
  )
}

function numberOf(cell: string | undefined): number | undefined {
  if (cell === undefined || cell === '') return undefined
  const value = Number(cell)
  if (!Number.isFinite(value)) throw new Error(`not a number in the evidence: ${cell}`)
  return value
}

function constant(name: string, source: string, rows: Record<string, string | number | undefined>[]): string {
  const lines = rows.map((row) => {
    const cells = Object.entries(row).map(([key, value]) => `    ${key}: ${JSON.stringify(value) ?? 'undefined'},`)
    return ['  {', ...cells, '  },'].join('\n')
  })
  return [
    `// Made by generate.ts from evidence/${source}. Do not edit.`,
    `export const ${name} = [`,
    ...lines,
    '] as const',
    '',
  ].join('\n')
}

if (process.argv[1] !== undefined && import.meta.url.endsWith(process.argv[1].replaceAll('\\', '/'))) {
  for (const { name, text } of generatedFiles())
    writeFileSync(new URL(`./src/generated/${name}`, import.meta.url), text)
}
