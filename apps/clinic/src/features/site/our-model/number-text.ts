import type { Language } from '#platform/languages/languages.ts'

/** A number with as many digits as it is known: '0,0014' · '0.0014', '44' . */
export function numberText(value: number, language: Language): string {
  const digits = Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(2)))
  return language === 'fr' ? digits.replace('.', ',') : digits
}
