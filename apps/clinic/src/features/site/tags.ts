import { bothLanguages } from '#platform/languages/languages.ts'
import type { Tag } from './statement.ts'

/** The word that stands beside a figure, and what it means. */
export const tagWords = bothLanguages(
  {
    title: 'Le petit mot\nderrière la phrase',
    source: 'source',
    model: 'modèle',
    secondary: 'cité par d’autres',
    names: {
      measured: 'mesuré',
      calibrated: 'calibré',
      assumed: 'supposé',
      opinion: 'avis',
      law: 'loi',
      none: 'aucune preuve',
    },
    meanings: {
      measured: 'Une étude a compté ou mesuré. Le numéro mène à elle.',
      calibrated: 'Le modèle l’a calculé, réglé sur des mesures publiées.',
      assumed: 'C’est plausible, mais personne ne l’a mesuré.',
      opinion: 'Une notice, un auteur ou nous : un jugement, pas une mesure.',
      law: 'Une loi, un juge ou une autorité le dit. Un juriste doit encore le confirmer.',
      none: 'Nous avons cherché une mesure, et n’en avons pas trouvé.',
    },
  },
  {
    title: 'The small word\nafter the sentence',
    source: 'source',
    model: 'model',
    secondary: 'quoted by others',
    names: {
      measured: 'measured',
      calibrated: 'calibrated',
      assumed: 'assumed',
      opinion: 'opinion',
      law: 'law',
      none: 'no evidence',
    },
    meanings: {
      measured: 'A study counted or measured it. The number leads to it.',
      calibrated: 'The model computed it, tuned to published measurements.',
      assumed: 'It is plausible, but nobody has measured it.',
      opinion: 'A manual, an author or ourselves: a judgement, not a measurement.',
      law: 'A law, a judge or an authority says so. A lawyer has yet to confirm it.',
      none: 'We looked for a measurement and found none.',
    },
  },
)

/** In the order from firm to unknown. */
export const tags: readonly Tag[] = ['measured', 'calibrated', 'assumed', 'opinion', 'law', 'none']
