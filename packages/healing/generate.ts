/**
 * Makes `src/generated/` from `evidence/`. Run: node packages/healing/generate.ts
 * It lives outside `src` because it reads and writes files, which the package itself never does.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { kernelFiles } from './generate-kernels.ts'
import { skinThickness } from './generate-skin.ts'
import { type CsvRow, parseCsv } from './src/evidence/csv.ts'

const evidence = (name: string) => readFileSync(new URL(`evidence/${name}`, import.meta.url), 'utf8')
const table = (name: string) => parseCsv(evidence(name))
const round = (value: number, digits: number) => Number(value.toFixed(digits))
const lines = (rows: readonly unknown[]) => rows.map((row) => `  ${JSON.stringify(row)},\n`).join('')
const HEAD = '// Made by packages/healing/generate.ts from evidence/. Do not edit: change the table and run it again.\n'

const STUDY_IDS = ['AS18', 'AS20', 'AS46', 'AS70', 'AS76', 'AS87', 'AS97', 'AS99']

/** Improvement as `evidence/README.md` defines it: the printed percentage, else the fall of the score. */
const improvementPercent = (row: CsvRow): number => {
  if (row.pct_improvement_mean) return Number(row.pct_improvement_mean)
  const baseline = Number(row.baseline_mean)
  return round((100 * (baseline - Number(row.followup_mean))) / baseline, 1)
}

/** Where a reader is sent: the paper itself when the number stood in it, else the page that quotes it. */
const linkOf = (row: CsvRow): string => {
  if (row.confidence === 'secondary' || !row.doi) return row.source_url ?? ''
  if (row.doi.startsWith('PMID:')) return `https://pubmed.ncbi.nlm.nih.gov/${row.doi.slice(5)}/`
  return row.doi.startsWith('10.') ? `https://doi.org/${row.doi}` : (row.source_url ?? '')
}

const acneScarStudies = (): string => {
  const outcomes = table('outcomes.csv')
  const rows = STUDY_IDS.map((id) => {
    const row = outcomes.find((candidate) => candidate.id === id)
    if (!row) throw new Error(`outcomes.csv has no row ${id}`)
    return {
      id,
      study: row.study,
      year: row.year ? Number(row.year) : undefined,
      people: Number(row.n),
      design: row.design,
      randomised: /\bRCT\b/.test(row.design ?? ''),
      improvementPercent: improvementPercent(row),
      sourceUrl: linkOf(row),
      confidence: row.confidence,
    }
  })
  return `${HEAD}import type { AcneScarStudy } from '../evidence/acne-scar-studies.ts'\n\nexport const ACNE_SCAR_ROWS: readonly AcneScarStudy[] = [\n${rows
    .map(
      (row) => `  ${JSON.stringify({ ...row, year: row.year ?? null }).replace('"year":null', '"year":undefined')},\n`,
    )
    .join('')}]\n`
}

const grades = (): string => {
  const rows = table('grades.csv').map(({ id, indication, treatment, grade, dots, why }) => ({
    id,
    indication,
    treatment,
    grade,
    dots: Number(dots),
    why,
  }))
  return `${HEAD}import type { EvidenceGrade } from '../evidence/grades.ts'\n\nexport const GRADE_ROWS: readonly EvidenceGrade[] = [\n${lines(rows)}]\n`
}

const sources = (): string => {
  const rows = ['adverse-events.csv', 'kinetics.csv', 'outcomes.csv', 'skin-thickness.csv'].flatMap((name) =>
    table(name)
      .filter((row) => row.source_url)
      .map((row) => [row.id, linkOf(row), row.confidence === 'secondary' ? 1 : 0]),
  )
  return `${HEAD}export const SOURCE_ROWS: readonly (readonly [id: string, url: string, secondary: 0 | 1])[] = [\n${lines(rows)}]\n`
}

/** File name to content of what `src/generated/` takes from the tables and the model's text alone. */
export const generatedFiles = (): Record<string, string> => ({
  'acne-scar-studies.ts': acneScarStudies(),
  'grades.ts': grades(),
  'skin-thickness.ts': skinThickness(HEAD),
  'sources.ts': sources(),
  ...kernelFiles(),
})

const write = (files: Record<string, string>) => {
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(new URL(`src/generated/${name}`, import.meta.url), content)
  }
}

if (import.meta.main) {
  write(generatedFiles())
  // The clinical figure takes its shape in time from the cascade: from the kernel that was written just now.
  const { outcomeFiles } = await import('./generate-outcomes.ts')
  write(outcomeFiles())
  const { phaseFiles } = await import('./generate-phases.ts')
  write(phaseFiles())
}
