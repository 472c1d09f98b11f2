import type { TreatableIndication } from './indications.ts'
import type { Language } from './language.ts'

export const consentSectionIds = ['whatIsDone', 'often', 'sometimes', 'unknown', 'yourChoice', 'afterwards'] as const
export type ConsentSectionId = (typeof consentSectionIds)[number]

interface ConsentWords {
  title: string
  headings: Record<ConsentSectionId, string>
  lines: Record<ConsentSectionId, readonly string[]>
  /** How strong the evidence is (grades.csv). */
  evidence: Record<TreatableIndication, string>
  /** Said when the glide is not plain sterile gel (V-33, V-83). */
  otherGlide: string
  questions: readonly [string, string, string]
}

const moderateFr = 'Preuves modérées : quelques petits essais comparés.'
const lowFr = 'Preuves faibles : petites études, peu de comparaisons.'
const moderateEn = 'Moderate evidence: a few small controlled trials.'
const lowEn = 'Low evidence: small studies, few comparisons.'

/**
 * Version 1. Facts and their rows: often AE02, AE12, AE25, AE26; sometimes AE05, AE14, AE22, AE29, AE32, AE33, CI11, SD06; unknown V-103,
 * EG01 to EG10; afterwards V-47, V-49, K0015 to K0017. A doctor and a lawyer must confirm before use.
 */
export const consentWords: Readonly<Record<Language, ConsentWords>> = {
  fr: {
    title: 'Microneedling : lire avant de signer',
    headings: {
      whatIsDone: 'Ce qui sera fait',
      often: 'Ce qui arrive souvent',
      sometimes: 'Ce qui arrive parfois',
      unknown: 'Ce que personne ne sait encore',
      yourChoice: 'Vous pouvez dire non',
      afterwards: 'Après la séance',
    },
    lines: {
      whatIsDone: ['De fines aiguilles font de très petits trous dans la peau, pour lancer sa réparation.'],
      often: [
        'Peau rouge, chaude, qui pique et qui tire. Petits points de sang pendant le soin. Douleur, gonflement.',
        'Puis peau sèche et petites peaux. Dans une revue de 2 805 personnes, ces effets finissent en 7 jours.',
      ],
      sometimes: [
        'Taches brunes, plus souvent sur peau mate ou noire : de 0 sur 31 à 7 sur 32 personnes, selon l’étude.',
        'Bouton de fièvre qui revient, acné qui s’aggrave, bleus, marques en lignes, infection.',
        'Boules dures sous la peau : 15 personnes décrites, surtout après stylo et vitamine C.',
      ],
      unknown: [
        'De combien votre peau changera. Aucun résultat n’est promis.',
        'Le vrai taux d’infection, et l’effet d’une main plus ou moins lourde.',
      ],
      yourChoice: [
        'Avant, pendant et après, sans donner de raison. Vos soins habituels ne changent pas.',
        'Dites stop : le praticien s’arrête. Vous pouvez retirer votre accord à tout moment.',
        'Si le plan change, cet accord ne vaut plus. Nous vous en demandons un nouveau.',
      ],
      afterwards: [
        'Ne pas appliquer avant 72 heures : rétinol, vitamine A, acides, vitamine C. Ensuite, avec notre accord.',
        'Appelez-nous aujourd’hui : pus, fièvre, cloques groupées, douleur qui monte, saignement qui continue.',
      ],
    },
    evidence: {
      wrinkles: lowFr,
      texture: lowFr,
      'acne-scars': moderateFr,
      'surgical-scars': lowFr,
      pores: 'Aucune étude chiffrée ne mesure l’effet sur les pores.',
      'stretch-marks': lowFr,
      hyperpigmentation: 'Preuves faibles pour les aiguilles seules : petites études, suivi court.',
    },
    otherGlide: 'Le produit pour glisser est un choix du médecin. La notice de l’appareil ne le prévoit pas.',
    questions: [
      'Que va-t-on faire à votre peau ?',
      'Que peut-il se passer les jours suivants ?',
      'Que faites-vous si vous changez d’avis ?',
    ],
  },
  en: {
    title: 'Microneedling: read before you sign',
    headings: {
      whatIsDone: 'What will be done',
      often: 'What happens often',
      sometimes: 'What happens sometimes',
      unknown: 'What nobody knows yet',
      yourChoice: 'You can say no',
      afterwards: 'After the treatment',
    },
    lines: {
      whatIsDone: ['Fine needles make very small holes in the skin, to start its own repair.'],
      often: [
        'Skin that is red, warm, tingling and tight. Tiny dots of blood during the treatment. Pain, swelling.',
        'Then dry, flaking skin. In a review of 2,805 people these effects end within 7 days.',
      ],
      sometimes: [
        'Brown patches, more often on brown or black skin: from 0 of 31 to 7 of 32 people, depending on the study.',
        'Cold sores that come back, acne that flares, bruises, marks in lines, infection.',
        'Hard lumps under the skin: 15 people described, mostly after pen and vitamin C.',
      ],
      unknown: [
        'How much your skin will change. No result is promised.',
        'The true rate of infection, and what a lighter or heavier hand does.',
      ],
      yourChoice: [
        'Before, during and after, without giving a reason. Your usual care does not change.',
        'Say stop: the practitioner stops. You can withdraw your consent at any time.',
        'If the plan changes, this consent no longer holds. We ask you for a new one.',
      ],
      afterwards: [
        'Do not apply before 72 hours: retinol, vitamin A, acids, vitamin C. Then, with our agreement.',
        'Call us today: pus, fever, grouped blisters, rising pain, bleeding that goes on.',
      ],
    },
    evidence: {
      wrinkles: lowEn,
      texture: lowEn,
      'acne-scars': moderateEn,
      'surgical-scars': lowEn,
      pores: 'No quantified evidence measures the effect on pores.',
      'stretch-marks': lowEn,
      hyperpigmentation: 'Low evidence for needles alone: small studies, short follow-up.',
    },
    otherGlide: 'The glide product is the doctor’s choice. The device’s manual does not provide for it.',
    questions: [
      'What will be done to your skin?',
      'What can happen in the following days?',
      'What do you do if you change your mind?',
    ],
  },
}
