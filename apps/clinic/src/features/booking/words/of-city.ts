/** 'de Lyon', 'd’Anvers'. */
export function ofCity(city: string): string {
  return /^[aàâeéèêiîoôuyh]/i.test(city) ? `d’${city}` : `de ${city}`
}
