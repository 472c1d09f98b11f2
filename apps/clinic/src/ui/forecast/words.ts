import type { Tag } from '@pointille/healing'
import { bothLanguages } from '#platform/languages/languages.ts'

const tags = {
  fr: {
    measured: { name: 'mesuré', why: 'lu sur des mesures faites chez des personnes' },
    calibrated: { name: 'calibré', why: 'réglé sur des mesures, puis calculé' },
    assumed: { name: 'supposé', why: 'aucune mesure derrière la forme ou la taille' },
    'no-evidence': { name: 'aucune preuve', why: 'personne n’a publié de chiffre' },
  },
  en: {
    measured: { name: 'measured', why: 'read off measurements in people' },
    calibrated: { name: 'calibrated', why: 'set by measurements, then computed' },
    assumed: { name: 'assumed', why: 'no measurement behind its shape or its size' },
    'no-evidence': { name: 'no evidence', why: 'nobody has published a figure' },
  },
} as const satisfies Record<string, Record<Tag, { name: string; why: string }>>

export const forecastWords = bothLanguages(
  {
    outputs: {
      redness: 'rougeur',
      swelling: 'gonflement',
      barrierRecovered: 'canaux et barrière',
      newCollagen: 'collagène neuf',
      improvement: 'amélioration',
    },
    levels: {
      redness: ['aucune', 'légère', 'nette', 'forte'],
      swelling: ['aucun', 'léger', 'net', 'fort'],
    },
    atMost: {
      redness: ['aucune rougeur', 'rougeur légère ou aucune', 'rougeur nette au plus', 'rougeur forte'],
      swelling: ['aucun gonflement', 'gonflement léger ou aucun', 'gonflement net au plus', 'gonflement fort'],
    },
    phases: ['Inflammation', 'Prolifération', 'Remodelage'],
    tags: tags.fr,
    day: (day: number) => `Jour ${day}`,
    dayZero: 'J0',
    sayDay: (day: number) => `Jour ${day}.`,
    courses: (count: number, what: string) => `${count} parcours sur 20 : ${what}.`,
    closed: 'canaux refermés',
    barrierMiddle: (value: string) => `Barrière au milieu : ${value} %.`,
    range: (what: string, low: string, high: string) => `18 parcours sur 20 : ${what} entre ${low} et ${high} %.`,
    middle: (value: string) => `Au milieu : ${value} %.`,
    observed: (what: string) => `Observé : ${what}.`,
    outside: 'hors zone',
    names: { ninety: '9 parcours sur 10', fifty: '1 sur 2', median: 'médiane' },
    key: {
      median: 'médiane',
      fifty: '1 parcours sur 2',
      ninety: '9 sur 10',
      patient: 'patient',
      clinician: 'praticien',
      ghost: 'avant le changement',
      oneCourse: 'un parcours possible',
    },
    twenty: '20 parcours',
    month: (count: number) =>
      count === 0 ? 'J0' : count % 12 === 0 ? `${count / 12} an${count > 12 ? 's' : ''}` : `${count} mois`,
    days: 'Jour',
    percent: (value: string) => `${value} %`,
    plot: (what: string) => `Prévision, ${what}`,
    table: {
      caption: (what: string) => `Prévision, ${what}, jour par jour`,
      day: 'Jour',
      p5: '5 %',
      p50: '50 %',
      p95: '95 %',
      observed: 'Observé',
      none: 'rien',
    },
    standing: 'Estimation d’un modèle, pas une promesse.',
    notCheckedHere: 'Pas encore vérifié ici.',
    checkedHere: (inside: number, of: number) =>
      `Au cabinet, ${inside} suivis sur ${of} n’ont pas dépassé la zone des 9 sur 10.`,
    pores: 'Aucune étude chiffrée ne mesure l’effet sur les pores. Nous ne donnons donc pas de prévision.',
    noImprovement: 'Aucune étude chiffrée : nous ne donnons pas de prévision de l’amélioration.',
  },
  {
    outputs: {
      redness: 'redness',
      swelling: 'swelling',
      barrierRecovered: 'channels and barrier',
      newCollagen: 'new collagen',
      improvement: 'improvement',
    },
    levels: {
      redness: ['none', 'mild', 'marked', 'strong'],
      swelling: ['none', 'mild', 'marked', 'strong'],
    },
    atMost: {
      redness: ['no redness', 'mild redness or none', 'marked redness at most', 'strong redness'],
      swelling: ['no swelling', 'mild swelling or none', 'marked swelling at most', 'strong swelling'],
    },
    phases: ['Inflammation', 'Proliferation', 'Remodelling'],
    tags: tags.en,
    day: (day) => `Day ${day}`,
    dayZero: 'D0',
    sayDay: (day) => `Day ${day}.`,
    courses: (count, what) => `${count} courses of 20: ${what}.`,
    closed: 'channels closed',
    barrierMiddle: (value) => `Barrier in the middle: ${value}%.`,
    range: (what, low, high) => `18 courses of 20: ${what} between ${low} and ${high}%.`,
    middle: (value) => `In the middle: ${value}%.`,
    observed: (what) => `Observed: ${what}.`,
    outside: 'outside',
    names: { ninety: '9 courses in 10', fifty: '1 in 2', median: 'median' },
    key: {
      median: 'median',
      fifty: '1 course in 2',
      ninety: '9 in 10',
      patient: 'patient',
      clinician: 'practitioner',
      ghost: 'before the change',
      oneCourse: 'one possible course',
    },
    twenty: '20 courses',
    month: (count) =>
      count === 0 ? 'D0' : count % 12 === 0 ? `${count / 12} year${count > 12 ? 's' : ''}` : `${count} months`,
    days: 'Day',
    percent: (value) => `${value}%`,
    plot: (what) => `Forecast, ${what}`,
    table: {
      caption: (what) => `Forecast, ${what}, day by day`,
      day: 'Day',
      p5: '5%',
      p50: '50%',
      p95: '95%',
      observed: 'Observed',
      none: 'nothing',
    },
    standing: 'A model’s estimate, not a promise.',
    notCheckedHere: 'Not yet checked here.',
    checkedHere: (inside, of) =>
      `In this clinic, ${inside} follow-ups of ${of} did not go beyond the range of 9 in 10.`,
    pores: 'No quantified evidence measures the effect on pores. So we give no forecast.',
    noImprovement: 'No quantified evidence: we give no forecast of improvement.',
  },
)

export type ForecastWords = (typeof forecastWords)['fr']
