import type { QuestionId } from '@pointille/protocol'
import { bothLanguages, type Language } from '#platform/languages/languages.ts'
import { ofWaitingTime } from './waiting-time.ts'

export const homeWords = bothLanguages(
  {
    title: ['Le microneedling,', 'expliqué point par point.'],
    description:
      'Microneedling au cabinet : ce qu’il fait, ce qu’il ne fait pas, et ce que personne ne sait. Études, chiffres et limites. Rendez-vous en ligne.',
    act: 'Un acte médical : de fines aiguilles percent la peau pour lancer sa réparation.',
    say: 'Nous disons ce qu’il fait, ce qu’il ne fait pas, et ce que personne ne sait.',
    orByPhone: 'ou au téléphone',
    picture:
      'Champ de points sur 28 jours après une séance. Serrés les premiers jours pour l’inflammation, puis plus larges pour la prolifération, puis des tirets pour le remodelage.',
    dayZero: ['J0, la séance', 'J0'],
    lastDay: ['28 jours', '28'],
    phaseKeys: ['inflammation', 'prolifération', 'remodelage'],
    density: 'Plus les points sont serrés, plus la phase travaille ce jour-là.',
    phases: 'Trois phases,\nqui se chevauchent',
    toHealing: 'Voir la frise',
    phaseTexts: [
      'Des cellules de défense arrivent. Elles retirent les débris et combattent les microbes.',
      'L’épiderme se renouvelle. Des fibroblastes déposent du collagène neuf.',
      'Le collagène neuf s’organise et se renforce lentement. Un cinquième environ est mûr à six mois.',
    ],
    phasesNote: 'Dessin d’après le modèle, une séance de 1,5 mm. Une estimation, pas une promesse.',
    forWhat: 'Pour quoi ?',
    forWhatNote: 'Trois points pleins : preuves fortes. Aucune indication ne les a.',
    grades: {
      strong: 'preuves fortes',
      moderate: 'preuves modérées',
      low: 'preuves faibles',
      veryLow: 'preuves très faibles',
      none: 'aucune preuve chiffrée',
    },
    notNow: 'Pas maintenant si…',
    toWhole: 'Toute la liste, et pourquoi',
    notNowNote: 'Avis de notices et de médecins, chacun avec sa source dans la liste.',
    review: 'Un avis médical d’abord si…',
    prp: 'Le PRP',
    prpProhibited: 'En France, le PRP à visée esthétique est interdit. Nous ne le proposons pas.',
    prpOff: 'Sans règle connue, nous ne le proposons pas.',
    prpNotAllowed: 'Le directeur médical ne l’a pas autorisé ici. Nous ne le proposons pas.',
    prpAllowed: 'Le directeur médical l’a autorisé ici, dans ce but :',
    prpGain: 'Cicatrices d’acné : gain moyen faible (environ 0,3 grade) ; il peut être nul.',
    prpRule: 'Ce que dit la règle',
  },
  {
    title: ['Microneedling,', 'explained point by point.'],
    description:
      'Microneedling at the clinic: what it does, what it does not do, and what nobody knows. Studies, figures and limits. Book online.',
    act: 'A medical act: fine needles pierce the skin to start its repair.',
    say: 'We say what it does, what it does not do, and what nobody knows.',
    orByPhone: 'or by phone',
    picture:
      'A field of dots over the 28 days after a treatment. Dense in the first days for inflammation, then wider for proliferation, then dashes for remodelling.',
    dayZero: ['D0, treatment', 'D0'],
    lastDay: ['28 days', '28'],
    phaseKeys: ['inflammation', 'proliferation', 'remodelling'],
    density: 'The closer the dots, the harder that phase is working that day.',
    phases: 'Three phases\nthat overlap',
    toHealing: 'See the timeline',
    phaseTexts: [
      'Defence cells arrive. They clear debris and fight germs.',
      'The epidermis renews itself. Fibroblasts lay down new collagen.',
      'New collagen organises and strengthens slowly. About a fifth is mature at six months.',
    ],
    phasesNote: 'Drawn from the model, one 1.5 mm treatment. An estimate, not a promise.',
    forWhat: 'What for?',
    forWhatNote: 'Three full dots: strong evidence. No indication has them.',
    grades: {
      strong: 'strong evidence',
      moderate: 'moderate evidence',
      low: 'low evidence',
      veryLow: 'very low evidence',
      none: 'no quantified evidence',
    },
    notNow: 'Not now if…',
    toWhole: 'The whole list, and why',
    notNowNote: 'Opinions of manuals and doctors, each with its source in the list.',
    review: 'Clinician review first if…',
    prp: 'PRP',
    prpProhibited: 'In France, cosmetic PRP is prohibited. We do not offer it.',
    prpOff: 'With no known rule, we do not offer it.',
    prpNotAllowed: 'The medical director has not allowed it here. We do not offer it.',
    prpAllowed: 'The medical director has allowed it here, for this purpose:',
    prpGain: 'Acne scars: small average gain (about 0.3 grade); it may be none.',
    prpRule: 'What the rule says',
  },
)

/**
 * The boxes of the health questions that the home page names, as the end of "not now if…". Which list a box stands in is
 * decided by the rules, not here; `days` is the rule's own delay.
 */
export const homeConditions: Readonly<Record<Language, Partial<Record<QuestionId, (days: number) => string>>>> = {
  fr: {
    'infection-or-inflamed-acne': () => 'un bouton de fièvre, une infection ou une acné enflammée touche la zone',
    'broken-skin': () => 'la zone porte une plaie, un eczéma ou une rosacée en poussée',
    'thick-scars': () => 'vous faites des cicatrices épaisses (chéloïdes)',
    'blood-thinner': () => 'vous prenez un anticoagulant ou de l’aspirine',
    'lowered-immunity': () => 'une maladie ou un traitement baisse votre immunité',
    'recent-tan': (days) => `un coup de soleil ou un bronzage date de moins ${ofWaitingTime(days, 'fr')}`,
    'injection-in-area': (days) => `une injection sur la zone date de moins ${ofWaitingTime(days, 'fr')}`,
    'surgery-in-area': (days) => `une opération de la zone date de moins ${ofWaitingTime(days, 'fr')}`,
    'young-scar': (days) => `la cicatrice ou la vergeture a moins ${ofWaitingTime(days, 'fr')}`,
    'pregnancy-or-breastfeeding': () => 'vous êtes enceinte ou vous allaitez',
    isotretinoin: (days) =>
      `vous prenez de l’isotrétinoïne, ou l’avez arrêtée depuis moins ${ofWaitingTime(days, 'fr')}`,
    'past-cold-sores': () => 'vous avez déjà eu des boutons de fièvre',
  },
  en: {
    'infection-or-inflamed-acne': () => 'a cold sore, infection or inflamed acne touches the area',
    'broken-skin': () => 'the area has a wound, eczema or active rosacea',
    'thick-scars': () => 'you form thick scars (keloids)',
    'blood-thinner': () => 'you take a blood thinner or aspirin',
    'lowered-immunity': () => 'an illness or a medicine lowers your immunity',
    'recent-tan': (days) => `you had sunburn or a tan less than ${ofWaitingTime(days, 'en')} ago`,
    'injection-in-area': (days) => `you had an injection in the area less than ${ofWaitingTime(days, 'en')} ago`,
    'surgery-in-area': (days) => `you had surgery in the area less than ${ofWaitingTime(days, 'en')} ago`,
    'young-scar': (days) => `the scar or stretch mark is less than ${ofWaitingTime(days, 'en')} old`,
    'pregnancy-or-breastfeeding': () => 'you are pregnant or breastfeeding',
    isotretinoin: (days) => `you take isotretinoin, or stopped it less than ${ofWaitingTime(days, 'en')} ago`,
    'past-cold-sores': () => 'you have had cold sores before',
  },
}
