import type { Language } from '#platform/languages/languages.ts'

/** What kind of knowledge a sentence rests on; `none` = looked for and not found. */
export type Tag = 'measured' | 'calibrated' | 'assumed' | 'opinion' | 'law' | 'none'

/**
 * One sentence of the public site, in both languages, with what it rests on. Its id is its anchor on the page.
 * Sources are rows of the evidence tables (`AS06`, `K0084..K0092` for a run of rows, `CI05`, `EG01`), a page of the house
 * (`Q-01`), or an address of `cited-pages.ts` (`V-80`); `MOD` is the healing model. None = our own wording.
 */
export type Statement = Readonly<Record<Language, string>> & {
  readonly id: string
  readonly tag?: Tag
  readonly sources?: readonly string[]
}

/** The address of a statement within its page. */
export const anchorOf = (id: string): string => id.toLowerCase()

/** The statements with these ids, in this order; throws for one that the list does not hold. */
export const pick = (statements: readonly Statement[], ...ids: readonly string[]): Statement[] =>
  ids.map((id) => {
    const found = statements.find((statement) => statement.id === id)
    if (!found) throw new Error(`no statement ${id}`)
    return found
  })
