import type { Language } from '#platform/languages/languages.ts'

/** A delay as people say it: 14 -> '14 jours', 28 -> '4 semaines', 90 -> '3 mois', 365 -> 'un an'. */
export function waitingTime(days: number, language: Language): string {
  const french = language === 'fr'
  if (days >= 365) return french ? 'un an' : 'one year'
  if (days >= 60) return french ? `${Math.round(days / 30)} mois` : `${Math.round(days / 30)} months`
  if (days >= 28) return french ? `${Math.round(days / 7)} semaines` : `${Math.round(days / 7)} weeks`
  return french ? `${days} jours` : `${days} days`
}

/** The same after 'moins': 'de 14 jours', 'd’un an'; in English nothing stands between. */
export function ofWaitingTime(days: number, language: Language): string {
  const time = waitingTime(days, language)
  if (language === 'en') return time
  return time.startsWith('un') ? `d’${time}` : `de ${time}`
}
