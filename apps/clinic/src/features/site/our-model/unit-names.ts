import type { Language } from '#platform/languages/languages.ts'

/** Units as the reader's language writes them; what stands for itself everywhere (mm, h, 1/mm²) is not listed. */
const names: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  '1': { fr: '', en: '' },
  '1/d': { fr: 'par jour', en: 'per day' },
  d: { fr: 'jours', en: 'days' },
  '1/decade': { fr: 'par décennie', en: 'per decade' },
  'ln per 55 years': { fr: 'ln sur 55 ans', en: 'ln per 55 years' },
  'ratio per 57 years': { fr: 'rapport sur 57 ans', en: 'ratio per 57 years' },
  'fraction of radius': { fr: 'part du rayon', en: 'fraction of radius' },
  'fraction of holes': { fr: 'part des trous', en: 'fraction of holes' },
  fraction: { fr: 'part', en: 'fraction' },
  share: { fr: 'part', en: 'share' },
  ratio: { fr: 'rapport', en: 'ratio' },
  relative: { fr: 'relatif', en: 'relative' },
  'times blood': { fr: 'fois le sang', en: 'times blood' },
  'holes/cm²': { fr: 'trous/cm²', en: 'holes/cm²' },
  '0-10': { fr: 'sur 10', en: 'of 10' },
  'score 0-10': { fr: 'sur 10', en: 'of 10' },
  grade: { fr: 'degré', en: 'grade' },
  'factor per grade': { fr: 'facteur par degré', en: 'factor per grade' },
  'cytokine, relative': { fr: 'cytokines, relatif', en: 'cytokine, relative' },
  '% of holes': { fr: '% des trous', en: '% of holes' },
  'scale of K0342-K0371': { fr: 'échelle de K0342–K0371', en: 'scale of K0342–K0371' },
  'percentage points': { fr: 'points', en: 'points' },
  'share of answers': { fr: 'part des réponses', en: 'share of answers' },
  'share of the usual trial': { fr: 'part de l’essai usuel', en: 'share of the usual trial' },
  year: { fr: 'ans', en: 'years' },
  courses: { fr: 'parcours', en: 'courses' },
}

const forItself = ['mm', 'µm', 'h', '1/mm²', 'mm/mm³']

/** Throws for a unit that the page could not write in both languages. */
export function unitName(unit: string, language: Language): string {
  const name = names[unit]?.[language] ?? (forItself.includes(unit) ? unit : undefined)
  if (name === undefined) throw new Error(`no name for the unit ${unit}`)
  return name
}
