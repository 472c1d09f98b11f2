import type { Language } from '#platform/languages/languages.ts'

/** A share of a hundred, rounded to read: '33 %' with a space that does not break, '33%'. */
export const percent = (value: number, language: Language): string =>
  `${Math.round(value)}${language === 'fr' ? '\u00a0%' : '%'}`
