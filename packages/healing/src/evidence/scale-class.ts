/**
 * What kind of judge a score is. Trials of one treatment differ by it: a grade of four steps moves less than a sum of
 * points, and a patient is kinder than both.
 */
const SCALE_CLASSES = ['grade', 'score', 'rating', 'patient', 'instrument'] as const
export type ScaleClass = (typeof SCALE_CLASSES)[number]

/** In this order: the first that fits. What fits none is a score, the commonest kind. */
const WORDS: readonly (readonly [ScaleClass, RegExp])[] = [
  ['patient', /\b(patient|subject|self|participant)\b/],
  [
    'instrument',
    /replica|microrelief|profilometr|dermacatch|mexameter|chromameter|colou?rimet|colou?r difference|cutometer|elasticity|ultraso|histolog|collagen|thickness|brightness|glcm|tewl|visia|antera|melanin index|l\*/,
  ],
  ['grade', /qualitative|\bgrade\b|\bgrading\b/],
  [
    'rating',
    /% improvement|improvement %|improvement vas|\bvas\b|quartile|gais|global|physician|response|improvement scale/,
  ],
]

export function scaleClassOf(scale: string): ScaleClass {
  const text = scale.toLowerCase()
  // Goodman and Baron's sum of points is called global; a printed percentage of a named sum is still that sum.
  if (/quantitative|\becca\b|masi|vss|posas|severity score|lemperle|wrinkle/.test(text)) return 'score'
  return WORDS.find(([, words]) => words.test(text))?.[0] ?? 'score'
}
