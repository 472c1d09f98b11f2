import type { Warning } from '@pointille/healing'
import type { Language } from './words.ts'

/** One sentence a warning; `{treatment}` is its number, other names are the warning's values. */
export const warningWords: Record<Language, Record<Warning['code'], string>> = {
  en: {
    under18: 'The person is under 18: no study behind this model treated minors.',
    needleLongerThanSkin: 'Treatment {treatment}: the needle may be longer than the skin of this site is thick.',
    intervalBelow14Days: 'Treatment {treatment} comes less than 14 days after the one before.',
    beforeSkinIsReady: 'Treatment {treatment} comes before the model sees the skin ready again.',
    prpAfterChannelsClosed: 'Treatment {treatment}: the PRP comes when the channels are closed; nothing of it gets in.',
    aggressive: 'Treatment {treatment} injures more than the heaviest published protocol of its device.',
    staysInEpidermis:
      'Treatment {treatment}: the needles most likely stay in the epidermis; nothing starts in the dermis.',
    outsideTestedRange: 'The model has not been tested for this setting.',
    noEvidence: 'No quantified evidence measures this effect.',
    fewCoursesLeft: 'The answers fit few of the computed courses: they count only in part.',
  },
  fr: {
    under18: 'La personne a moins de 18 ans\u00a0: aucune étude derrière ce modèle n’a traité de mineurs.',
    needleLongerThanSkin:
      'Séance {treatment}\u00a0: l’aiguille est peut-être plus longue que l’épaisseur de la peau ici.',
    intervalBelow14Days: 'La séance {treatment} vient moins de 14 jours après la précédente.',
    beforeSkinIsReady: 'La séance {treatment} vient avant que le modèle voie la peau de nouveau prête.',
    prpAfterChannelsClosed:
      'Séance {treatment}\u00a0: le PRP vient quand les canaux sont refermés\u00a0; rien n’entre.',
    aggressive: 'La séance {treatment} blesse plus que le protocole publié le plus lourd de son appareil.',
    staysInEpidermis:
      'Séance {treatment}\u00a0: les aiguilles restent sans doute dans l’épiderme\u00a0; rien ne commence dans le derme.',
    outsideTestedRange: 'Le modèle n’a pas été testé pour ce réglage.',
    noEvidence: 'Aucune étude chiffrée ne mesure cet effet.',
    fewCoursesLeft: 'Les réponses ne vont qu’avec peu de parcours calculés\u00a0: elles ne comptent qu’en partie.',
  },
}
