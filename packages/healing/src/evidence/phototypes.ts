const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI']

/** Middle and half-width of Fitzpatrick phototypes as tables print them: `III-V`, `about 50% type III`, `IV`. undefined = none named. */
export function parsePhototypes(text: string): { readonly middle: number; readonly half: number } | undefined {
  const named = text.toUpperCase().match(/\b(?:VI|IV|V|I{1,3})\b/g)
  if (!named) return
  const types = named.map((roman) => ROMAN.indexOf(roman) + 1)
  const [low, high] = [Math.min(...types), Math.max(...types)]
  return { middle: (low + high) / 2, half: (high - low) / 2 }
}
