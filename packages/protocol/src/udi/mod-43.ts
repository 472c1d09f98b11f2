const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%'

/** The place of the first character that HIBC does not know, or -1. */
export function strangerAt(text: string): number {
  return [...text].findIndex((character) => !alphabet.includes(character))
}

/** The character that ends a HIBC carrier: the sum of the values before it, modulo 43. */
export function hibcCheckCharacter(body: string): string {
  let sum = 0
  for (const character of body) sum += alphabet.indexOf(character)
  return alphabet[sum % 43]!
}
