import { acneScarStudies, evidenceGrades } from '@pointille/healing'
import { isContraindicationId } from '@pointille/protocol'
import { describe, expect, it } from 'vitest'
import { citationsOf } from './citation.ts'
import { explorerWords } from './explorer/explorer-words.ts'
import { frameWords } from './frame-words.ts'
import { healingStatements } from './healing-statements.ts'
import { healingWords } from './healing-words.ts'
import { homeIndications } from './home-indications.ts'
import { homeConditions, homeWords } from './home-words.ts'
import { equationStatements } from './our-model/equation-statements.ts'
import { modelStatements } from './our-model/model-statements.ts'
import { modelWords } from './our-model/model-words.ts'
import { safetyStatements } from './safety-statements.ts'
import { safetyWords } from './safety-words.ts'
import { scarStatements } from './scar-statements.ts'
import { scarsWords } from './scars-words.ts'
import { pick, type Statement } from './statement.ts'
import { studyDesign, studyName } from './study-words.ts'
import { tagWords } from './tags.ts'

const statements: readonly Statement[] = [
  ...healingStatements,
  ...scarStatements,
  ...safetyStatements,
  ...modelStatements,
  ...equationStatements,
  ...homeIndications.map(({ limit }) => limit),
]
const own = new Set(statements.map(({ id }) => id))

/** Every sentence of a words file, functions called with plain values. */
const sentencesIn = (words: unknown): string[] => {
  if (typeof words === 'string') return [words]
  if (typeof words === 'function') return [String(words(14, 20))]
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(sentencesIn) : []
}
const everyText = (language: 'fr' | 'en'): string[] => [
  ...statements.map((statement) => statement[language]),
  ...[
    frameWords,
    explorerWords,
    healingWords,
    modelWords,
    homeWords,
    homeConditions,
    safetyWords,
    scarsWords,
    tagWords,
  ].flatMap((words) => sentencesIn(words[language])),
]

describe('what the public site says', () => {
  it('gives every statement an anchor of its own', () => {
    expect(own.size).toBe(statements.length)
  })

  it.each(statements)('can say where $id comes from', ({ sources = [], tag }) => {
    const pageOf = (id: string) => (id.startsWith('Q-') && own.has(id) ? `/fr/securite#${id}` : undefined)
    for (const { label, url } of citationsOf(sources, pageOf)) {
      if (url === undefined) expect(label === 'MOD' || evidenceGrades.some(({ id }) => label.startsWith(id))).toBe(true)
      else if (!url.startsWith('/')) expect(new URL(url).protocol).toMatch(/^https?:$/)
    }
    if (tag === 'measured') expect(sources.length).toBeGreaterThan(0)
  })

  it('has words for every study of the chart in both languages', () => {
    for (const study of acneScarStudies)
      for (const language of ['fr', 'en'] as const)
        expect(studyName(study, language) + studyDesign(study, language)).not.toMatch(/PMID|RCT|split/)
  })

  it('promises nothing and calls nobody normal', () => {
    for (const text of everyText('fr')) expect(text).not.toMatch(/\bnormale?s?\b|guéri|sans risque|vous aurez/i)
    for (const text of everyText('en')) expect(text).not.toMatch(/\bnormal\b|\bcured?\b|risk.free|you will have/i)
  })

  it('keeps sentences short: none above 25 words', () => {
    for (const language of ['fr', 'en'] as const)
      for (const text of everyText(language))
        for (const sentence of text.split(/[.!?]\s/))
          expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(25)
  })

  it('is set as French is printed: no-break spaces before high marks, curved apostrophes', () => {
    for (const text of everyText('fr')) {
      expect(text).not.toMatch(/ [:;!?%»]|« /)
      expect(text).not.toMatch(/[^\s\u00a0][;!?%»]/)
    }
    for (const text of [...everyText('fr'), ...everyText('en')]) expect(text).not.toMatch(/['"]/)
  })

  it('throws for a statement that nobody wrote', () => {
    expect(pick(scarStatements, 'A-08', 'A-04').map(({ id }) => id)).toEqual(['A-08', 'A-04'])
    expect(() => pick(scarStatements, 'A-99')).toThrow('A-99')
  })
})

describe('a citation', () => {
  const none = () => undefined
  it('joins a run of rows that leads to one study', () => {
    expect(citationsOf(['K0084..K0092'], none)).toEqual([
      { label: 'K0084–K0092', url: expect.stringContaining('doi.org'), secondary: false },
    ])
  })

  it('keeps two studies apart, and says when a figure is quoted by others', () => {
    const [quoted, read] = citationsOf(['K0156', 'K0176'], none)
    expect(quoted).toMatchObject({ label: 'K0156', secondary: true })
    expect(read).toMatchObject({ label: 'K0176', secondary: false })
  })

  it('leads to the page itself where a row was read on a mirror', () => {
    expect(citationsOf(['AE22', 'AE24', 'K0342'], none).map(({ url }) => url)).toEqual([
      'https://pubmed.ncbi.nlm.nih.gov/39640445/',
      'https://europepmc.org/article/MED/23216209',
      expect.stringMatching(/^https:\/\/github\.com\/\S+$/),
    ])
  })

  it('refuses a source that no table holds', () => {
    expect(isContraindicationId('CI99')).toBe(false)
    for (const id of ['CI99', 'AS9999', 'V-1', 'K9000..K9009']) expect(() => citationsOf([id], none)).toThrow()
  })
})
