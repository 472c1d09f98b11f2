import type { Language } from './languages.ts'

// The pages of care load no calendar library: a local date 'YYYY-MM-DD' is text, and only its weekday asks the browser.
const months = {
  fr: ['janv', 'févr', 'mars', 'avr', 'mai', 'juin', 'juil', 'août', 'sept', 'oct', 'nov', 'déc'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const

/** '24-nov-2026' · '24-Nov-2026', of a local date. */
export function dayText(on: string, language: Language): string {
  const [year, month, day] = on.split('-')
  return `${day}-${months[language][Number(month) - 1]}-${year}`
}

/** 'mar 24-nov-2026' · 'Tue 24-Nov-2026'. */
export function weekdayText(on: string, language: Language): string {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(
    Date.parse(`${on}T00:00:00Z`),
  )
  return `${weekday.replace('.', '')} ${dayText(on, language)}`
}
