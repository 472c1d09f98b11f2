/**
 * Makes `src/generated/` from `evidence/`. Run: node packages/healing/generate.ts
 * It lives outside `src` because it reads and writes files, which the package itself never does.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { kernelFiles } from './generate-kernels.ts'
import { skinThickness } from './generate-skin.ts'
import { type CsvRow, parseCsv } from './src/evidence/csv.ts'
import { interpolateMonotone } from './src/interpolate.ts'

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

type Golden = { readonly states: readonly string[]; readonly t: readonly number[]; readonly y: readonly number[][] }

/**
 * Which states speak for which phase. Each state is scaled to its own peak first, so that a large unit does not win:
 * inflammation  = debris to clear, cytokine, neutrophils, inflammatory macrophages (D, C, N, M1);
 * proliferation = growth factor, fibroblasts, new vessels (G, F, V). Epidermal turnover K is left out: it is at 70 % of its
 *                 peak within twelve hours, before any new tissue exists, and would start the phase at hour one;
 * remodelling   = soft new collagen above rest (c3): what there is to organise. Organised collagen c1 follows for months
 *                 and would hide that the work has begun.
 */
const PHASE_STATES = { inflammation: ['D', 'C', 'N', 'M1'], proliferation: ['G', 'F', 'V'], remodelling: ['c3'] }
const DAYS = 28
const STEPS = 56

/** Activity on a grid that is even in sqrt(day / 28), the axis of the pictures, so early days get most of the points. */
const phaseActivity = (): string => {
  const golden: Golden = JSON.parse(evidence('golden.json'))
  // The run's second treatment is on day 30; only the days before it show one treatment.
  const stored = golden.t.filter((day) => day <= DAYS)
  const root = (day: number) => Math.sqrt(day / DAYS)
  const grid = Array.from({ length: STEPS + 1 }, (_, step) => step / STEPS)
  const state = (name: string) => {
    const column = golden.states.indexOf(name)
    const rest = name === 'c3' ? (golden.y[0]?.[column] ?? 0) : 0
    const values = stored.map((_, at) => (golden.y[at]?.[column] ?? 0) - rest)
    const peak = Math.max(...values)
    return interpolateMonotone(
      stored.map(root),
      values.map((value) => value / peak),
    )
  }
  const curves = Object.entries(PHASE_STATES).map(([phase, names]) => {
    const states = names.map(state)
    const mean = grid.map((x) => states.reduce((sum, curve) => sum + curve(x), 0) / states.length)
    const peak = Math.max(...mean)
    return [phase, mean.map((value) => round(value / peak, 4))] as const
  })
  const named = [['root', grid.map((x) => round(x, 5))] as const, ...curves]
  return `${HEAD}/** Activity 0..1 of each phase; \`root\` = sqrt(day / 28). */\nexport const ACTIVITY = {\n${named
    .map(([name, values]) => `  ${name}: ${JSON.stringify(values)},\n`)
    .join('')}} as const\n`
}

/** File name to content of what `src/generated/` takes from the tables and the model's text alone. */
export const generatedFiles = (): Record<string, string> => ({
  'acne-scar-studies.ts': acneScarStudies(),
  'grades.ts': grades(),
  'phase-activity.ts': phaseActivity(),
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
}
