import type { Page } from '#routes.ts'
import type { Statement } from './statement.ts'

/** One row of "what for": its grade in the evidence tables, one limit with a number, and its page where there is one. */
export type HomeIndication = {
  readonly gradeId: string
  readonly name: { readonly fr: string; readonly en: string }
  readonly limit: Statement
  readonly page?: Page
}

export const homeIndications: readonly HomeIndication[] = [
  {
    gradeId: 'EG01',
    name: { fr: 'Cicatrices d’acné', en: 'Acne scars' },
    page: 'scars',
    limit: {
      id: 'H-05',
      tag: 'measured',
      sources: ['AS06'],
      fr: '0,91 grade de mieux sur une échelle de 4, en moyenne, sans groupe témoin (2020).',
      en: '0.91 grade better on a scale of 4, on average, no control group (2020).',
    },
  },
  {
    gradeId: 'EG05',
    name: { fr: 'Rides et ridules', en: 'Wrinkles and fine lines' },
    limit: {
      id: 'H-06',
      tag: 'opinion',
      sources: ['EG05'],
      fr: 'Petites études, souvent payées par des fabricants d’appareils.',
      en: 'Small studies, often paid for by device makers.',
    },
  },
  {
    gradeId: 'EG06',
    name: { fr: 'Texture et teint', en: 'Texture and tone' },
    limit: {
      id: 'L-04',
      tag: 'measured',
      sources: ['TX06..TX09'],
      fr: '28 personnes, les deux moitiés du visage piquées : aucun côté témoin.',
      en: '28 people, both halves of the face needled: no control side.',
    },
  },
  {
    gradeId: 'EG07',
    name: { fr: 'Vergetures', en: 'Stretch marks' },
    limit: {
      id: 'E-02',
      tag: 'measured',
      sources: ['SD11', 'SD12'],
      fr: 'Onze études réunies en 2024, dont six avec tirage au sort.',
      en: 'Eleven studies pooled in 2024, six of them randomised.',
    },
  },
  {
    gradeId: 'EG09',
    name: { fr: 'Hyperpigmentation', en: 'Hyperpigmentation' },
    limit: {
      id: 'M-01',
      tag: 'opinion',
      sources: ['EG08', 'EG09'],
      fr: 'Aiguilles seules. Avec un médicament : preuves modérées.',
      en: 'Needles alone. With a drug: moderate evidence.',
    },
  },
  {
    gradeId: 'EG10',
    name: { fr: 'Pores', en: 'Pores' },
    limit: {
      id: 'H-07',
      tag: 'none',
      sources: ['EG10'],
      fr: 'Nous ne donnons donc pas de prévision.',
      en: 'So we give no forecast.',
    },
  },
]
