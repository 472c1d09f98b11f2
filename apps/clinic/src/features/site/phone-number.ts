import type { Language } from '#platform/languages/languages.ts'

const prefixes: Readonly<Record<string, string>> = { FR: '+33', BE: '+32' }

/** A telephone number to read and to press. In English a national number gets its country's prefix: the reader may be abroad. */
export function phoneNumber(phone: string, country: string, language: Language): { shown: string; href: string } {
  const prefix = prefixes[country]
  const national = phone.startsWith('0') && prefix !== undefined
  const international = national ? `${prefix} ${phone.slice(1)}` : phone
  const shown = national && language === 'en' ? international : phone
  return { shown: shown.replaceAll(' ', '\u00a0'), href: `tel:${international.replaceAll(/[^+\d]/g, '')}` }
}
