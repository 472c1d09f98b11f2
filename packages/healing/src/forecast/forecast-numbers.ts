import type { Quantity } from '../quantity.ts'

const number = (
  value: number,
  unit: string,
  [low, high]: readonly [low: number, high: number],
  sources: Quantity['sources'],
  fr: string,
  en: string,
): Quantity => ({ value, unit, low, high, sources, meaning: { fr, en } })

/**
 * How states are read: what is seen of them, and from when skin counts as quiet. Those of `DOUBTFUL_READINGS` are drawn for each course of the
 * ensemble, log-normal with 90 % between `low` and `high`; the others are conventions.
 */
export const READING_NUMBERS = {
  lightestTested: number(
    0.25,
    'share of the usual trial',
    [0.1, 0.5],
    'assumed',
    'travail d’un parcours sous lequel aucun essai ne dit rien',
    'work of a course below which no trial says anything',
  ),
  heaviestTested: number(
    3,
    'share of the usual trial',
    [2, 5],
    'assumed',
    'travail d’un parcours au-dessus duquel aucun essai ne dit rien',
    'work of a course above which no trial says anything',
  ),
  oldestTested: number(
    82,
    'year',
    [80, 90],
    ['K0047'],
    'âge au-dessus duquel la fermeture n’a été mesurée chez personne',
    'age above which nobody’s closing was measured',
  ),
  gradeFactor: number(
    2.2,
    'factor per grade',
    [1.6, 3],
    'assumed',
    'de combien la rougeur ou le gonflement croît d’un degré au suivant',
    'how much redness or swelling grows from one grade to the next',
  ),
  swellingShows: number(
    0.4,
    'cytokine, relative',
    [0.15, 1],
    'assumed',
    'cytokine à partir de laquelle un gonflement se voit à peine',
    'cytokine from which swelling just shows',
  ),
  painHalfLifeHours: number(
    1.5,
    'h',
    [0.5, 5],
    'assumed',
    'temps en lequel la douleur diminue de moitié après la séance',
    'time in which pain halves after the treatment',
  ),
  gapShare: number(
    0.1,
    '1',
    [0.01, 0.3],
    'assumed',
    'part de la couche cornée ouverte, face à la lumière des canaux, dans le risque d’infection',
    'weight of the open horny layer, against the lumen of the channels, in the infection hazard',
  ),
  openArea: number(
    5,
    '% of holes',
    [1, 20],
    'assumed',
    'peau non recouverte en dessous de laquelle elle compte comme entière',
    'uncovered skin below which it counts as whole',
  ),
  readyGap: number(
    10,
    '% of holes',
    [5, 25],
    'assumed',
    'barrière ouverte en dessous de laquelle une séance semble de nouveau possible',
    'open barrier below which another treatment seems possible',
  ),
  readyMacrophages: number(
    0.1,
    'scale of K0342-K0371',
    [0.05, 0.3],
    'assumed',
    'macrophages en dessous desquels la peau compte comme calme',
    'macrophages below which skin counts as quiet',
  ),
  activesRestHours: number(
    72,
    'h',
    [58, 168],
    ['K0015', 'K0016', 'K0017'],
    'repos sans vitamine A, acides ni vitamine C, au moins',
    'rest without vitamin A, acids or vitamin C, at least',
  ),
  shortestIntervalDays: number(
    14,
    'd',
    [7, 42],
    'assumed',
    'intervalle en dessous duquel le lecteur est averti',
    'interval below which the reader is warned',
  ),
} as const satisfies Record<string, Quantity>

export type ReadingNumber = keyof typeof READING_NUMBERS

/** Which are drawn. */
export const DOUBTFUL_READINGS = ['gradeFactor', 'swellingShows', 'painHalfLifeHours', 'gapShare'] as const

/** How a person turns skin into an answer; all assumed, as no series of repeated self-reports after needling was found. */
export const REPORT_NUMBERS = {
  gradeNoise: number(0.3, 'grade', [0.15, 0.5], 'assumed', 'flou d’un degré rapporté', 'blur of a reported grade'),
  gradeTendency: number(
    0.25,
    'grade',
    [0.1, 0.5],
    'assumed',
    'écart entre personnes qui rapportent haut ou bas un degré',
    'spread between people who report a grade high or low',
  ),
  painNoise: number(1.2, 'score 0-10', [0.6, 2], 'assumed', 'flou d’une douleur notée', 'blur of a scored pain'),
  painTendency: number(
    1,
    'score 0-10',
    [0.5, 2],
    'assumed',
    'écart entre personnes qui notent haut ou bas la douleur',
    'spread between people who score pain high or low',
  ),
  improvementNoise: number(
    12,
    'percentage points',
    [5, 20],
    'assumed',
    'flou d’une amélioration jugée',
    'blur of a judged improvement',
  ),
  improvementTendency: number(
    8,
    'percentage points',
    [4, 16],
    'assumed',
    'écart entre ceux qui jugent',
    'spread between those who judge',
  ),
  oddAnswers: number(
    0.05,
    'share of answers',
    [0.01, 0.15],
    'assumed',
    'réponses qui ne disent rien\u00a0: erreur, autre cause',
    'answers that say nothing: a slip, another cause',
  ),
  fewestCourses: number(
    20,
    'courses',
    [10, 50],
    'assumed',
    'parcours qui doivent au moins porter le poids',
    'courses that must at least carry the weight',
  ),
} as const satisfies Record<string, Quantity>
