import type { LocalDate } from './local-date.ts'

export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]

/** One text in both languages: they change together or neither does. */
export type Bilingual = Readonly<Record<Language, string>>

const MONTHS: Record<Language, readonly string[]> = {
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
}

/** '12 janvier 2027' · '12 January 2027'. Not Intl, whose spaces and words change with its version: some of these texts are hashed. */
export function longDate(date: LocalDate, language: Language): string {
  const [year, month, day] = date.split('-').map(Number)
  const dayWord = language === 'fr' && day === 1 ? '1er' : String(day)
  return `${dayWord}\u00a0${MONTHS[language][(month ?? 1) - 1]} ${year}`
}

/** '1,50 mm' · '1.50 mm', with a no-break space. */
export function millimetres(value: number, language: Language): string {
  const digits = value.toFixed(2)
  return `${language === 'fr' ? digits.replace('.', ',') : digits}\u00a0mm`
}
