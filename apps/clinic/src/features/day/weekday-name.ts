import type { Language } from '#platform/languages/languages.ts'

const locales = { fr: 'fr-FR', en: 'en-GB' } as const

/** 'mardi' · 'Tuesday', of a local date 'YYYY-MM-DD'. */
export function weekdayName(on: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { weekday: 'long', timeZone: 'UTC' }).format(
    Date.parse(`${on}T00:00:00Z`),
  )
}
