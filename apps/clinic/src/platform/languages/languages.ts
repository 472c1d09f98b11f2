/** The languages of the house, the first is the default. */
export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]

export function isLanguage(text: string | undefined): text is Language {
  return languages.some((language) => language === text)
}

/** The other language, for the switch in the header. */
export function otherLanguage(language: Language): Language {
  return language === 'fr' ? 'en' : 'fr'
}

/**
 * The words of one screen in both languages, of the same shape: a sentence that one language lacks does not compile.
 * A function stands where a number or a name changes the sentence.
 */
export function bothLanguages<const W extends Words>(fr: W, en: SameShape<W>): Record<Language, Widened<W>> {
  return { fr: fr as unknown as Widened<W>, en: en as unknown as Widened<W> }
}

type Sentence = string | ((...values: never[]) => string)
type Words = { readonly [key: string]: Sentence | Words | readonly (string | Words)[] }
type Widened<W> = W extends string
  ? string
  : W extends (...values: infer A) => string
    ? (...values: A) => string
    : W extends readonly (infer Item)[]
      ? readonly Widened<Item>[]
      : { readonly [K in keyof W]: Widened<W[K]> }
type SameShape<W> = Widened<W>

/** The best of our languages for an Accept-Language header. */
export function preferredLanguage(header: string | null | undefined): Language {
  const asked = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag, ...options] = part.trim().toLowerCase().split(';')
      const quality = options.map((option) => /^\s*q=([\d.]+)$/.exec(option)?.[1]).find((value) => value !== undefined)
      return { language: tag?.split('-')[0], quality: quality === undefined ? 1 : Number(quality) }
    })
    .sort((a, b) => b.quality - a.quality)
  for (const { language } of asked) if (isLanguage(language)) return language
  return languages[0]
}
