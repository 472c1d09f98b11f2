import { adverseEventRates, STATE_NAMES } from '@pointille/healing'
import { SHIPPED_VALIDATION } from '../generated/validation.ts'
import type { Statement } from '../statement.ts'
import { modelCounts } from './model-numbers.ts'

const { summary, kinetics } = SHIPPED_VALIDATION
const stains = adverseEventRates().find(({ kind }) => kind === 'pigmentation')!
const points = (value: number | null, decimal: string) => (value ?? 0).toFixed(1).replace('.', decimal)
const { numbers, assumed, fitted, moved } = modelCounts

/** What the page about the model says; every count is the code's own. */
export const modelStatements: readonly Statement[] = [
  {
    id: 'N-01',
    fr: `Notre modèle est un calcul. Il suit ${STATE_NAMES.length} quantités, du trou au collagène, jour après jour.`,
    en: `Our model is a calculation. It follows ${STATE_NAMES.length} quantities, from hole to collagen, day by day.`,
  },
  {
    id: 'N-02',
    tag: 'calibrated',
    sources: ['MOD'],
    fr: 'Il s’appuie sur des mesures publiées. Chacune a un numéro que vous pouvez ouvrir.',
    en: 'It rests on published measurements. Each has a number you can open.',
  },
  {
    id: 'N-03',
    tag: 'measured',
    sources: ['K0045..K0065', 'K0342..K0371'],
    fr: 'Beaucoup viennent d’autres petites blessures que le microneedling.',
    en: 'Many come from small injuries other than microneedling.',
  },
  {
    id: 'N-04',
    tag: 'calibrated',
    sources: ['MOD'],
    fr: `Il contient ${numbers} nombres, dont ${assumed} supposés. Sur ${fitted} ajustés ensemble, les données n’en renseignent que ${moved}.`,
    en: `It holds ${numbers} numbers, ${assumed} of them assumed. Of ${fitted} fitted together, the data inform only ${moved}.`,
  },
  {
    id: 'N-05',
    tag: 'measured',
    sources: ['MOD'],
    fr: `Essai jamais vu : il se trompe de ${points(summary.mae, ',')} points en moyenne. La moyenne des autres essais, de ${points(summary.baselines.indicationMean, ',')}. Une droite selon le nombre de séances, de ${points(summary.baselines.treatmentsRegression, ',')}.`,
    en: `Unseen trial: it errs by ${points(summary.mae, '.')} points on average. The average of the other trials, by ${points(summary.baselines.indicationMean, '.')}. A line by the number of treatments, by ${points(summary.baselines.treatmentsRegression, '.')}.`,
  },
  {
    id: 'N-06',
    tag: 'calibrated',
    sources: ['MOD'],
    fr: 'Nous partons donc de la moyenne des essais. Le modèle donne surtout la forme dans le temps.',
    en: 'So we start from the average of the trials. The model mostly gives the shape over time.',
  },
  {
    id: 'N-07',
    tag: 'assumed',
    sources: ['MOD'],
    fr: 'L’effet de la profondeur, des passages et de l’intervalle est supposé, pas mesuré.',
    en: 'The effect of depth, passes and interval is assumed, not measured.',
  },
  {
    id: 'N-08',
    fr: 'Vingt points montrent vingt parcours possibles. Estimation d’un modèle, pas une promesse.',
    en: 'Twenty dots show twenty possible courses. A model’s estimate, not a promise.',
  },
  {
    id: 'N-09',
    fr: 'Chaque chiffre porte un mot : mesuré, calibré, supposé, ou aucune preuve.',
    en: 'Every figure carries a word: measured, calibrated, assumed, or no evidence.',
  },
  {
    id: 'N-10',
    tag: 'none',
    sources: ['MOD'],
    fr: 'Il se tait pour les pores, les bleus, les taches par aiguilles seules, le PRP sur les rides.',
    en: 'It stays silent on pores, bruises, dark patches by needles alone, PRP on wrinkles.',
  },
  {
    id: 'N-11',
    tag: 'calibrated',
    sources: stains.sourceIds,
    fr: `Le risque de tache repose sur ${stains.events} cas chez ${stains.people} personnes. Prenez-le comme un ordre de grandeur.`,
    en: `The risk of staining rests on ${stains.events} cases in ${stains.people} people. Take it as an order of magnitude.`,
  },
  {
    id: 'N-12',
    fr: 'Il ne pose pas de diagnostic et ne décide d’aucun soin.',
    en: 'It makes no diagnosis and decides no treatment.',
  },
  {
    id: 'N-14',
    fr: 'Le code et les données sont ouverts. Chacun peut refaire le calcul.',
    en: 'The code and data are open. Anyone can run it again.',
  },
  {
    id: 'N-15',
    tag: 'measured',
    sources: ['MOD'],
    fr: `Mesures de cicatrisation : ${kinetics.medianInside} sur ${kinetics.n} dans leur tolérance. Le modèle a été réglé sur elles : cela juge le réglage, pas la prévoyance.`,
    en: `Measurements of healing: ${kinetics.medianInside} of ${kinetics.n} within tolerance. The model was fitted to them: this judges the fit, not the foresight.`,
  },
  {
    id: 'N-16',
    tag: 'measured',
    sources: ['MOD'],
    fr: `La zone est large : ${Math.round(summary.meanWidth90 ?? 0)} points en moyenne. Avec ${summary.studies} études, ces écarts entre méthodes ne prouvent rien.`,
    en: `The range is wide: ${Math.round(summary.meanWidth90 ?? 0)} points on average. With ${summary.studies} studies, these gaps between methods prove nothing.`,
  },
]
