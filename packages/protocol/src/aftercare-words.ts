/** A line of the aftercare page with the days on which it is shown. CHECK: a doctor confirms F-05 to F-07. */
export interface AftercareRow {
  id: `F-${string}`
  fromDay: number
  toDay: number
  fr: string
  en: string
  sourceIds: readonly string[]
}

export const aftercareTable: readonly AftercareRow[] = [
  {
    id: 'F-01',
    fromDay: 0,
    toDay: 0,
    fr: 'Peau rouge, chaude, qui tire ; petits points de sang. Mains propres, eau tiède, crème sans parfum.',
    en: 'Skin red, warm, tight; tiny dots of blood. Clean hands, lukewarm water, fragrance-free cream.',
    sourceIds: ['S-57', 'S-58'],
  },
  {
    id: 'F-02',
    fromDay: 0,
    toDay: 1,
    fr: 'Pendant 24 heures : ni maquillage, ni sport, ni chaleur, ni piscine.',
    en: 'For 24 hours: no make-up, sport, heat or pool.',
    sourceIds: ['S-58'],
  },
  {
    id: 'F-03',
    fromDay: 0,
    toDay: 3,
    fr: 'Maquillage : les conseils vont de 24 à 72 heures. Chez nous : {makeUpDelay}.',
    en: 'Make-up: advice ranges from 24 to 72 hours. Here: {makeUpDelay}.',
    sourceIds: ['S-57', 'S-59', 'SET'],
  },
  {
    id: 'F-04',
    fromDay: 1,
    toDay: 3,
    fr: 'Peau sèche, petites peaux. Écran minéral 30 ou plus après 24 heures ; ni sauna, ni épilation, ni autobronzant.',
    en: 'Dry, flaking skin. Mineral sunscreen 30 or more after 24 hours; no sauna, hair removal or self-tan.',
    sourceIds: ['V-31', 'S-57', 'S-59'],
  },
  {
    id: 'F-05',
    fromDay: 0,
    toDay: 7,
    fr: 'Ne pas appliquer avant {activesSafeFrom} : rétinol, vitamine A, acides, vitamine C. Ensuite, seulement si la peau est calme.',
    en: 'Do not apply before {activesSafeFrom}: retinol, vitamin A, acids, vitamin C. Then, only if the skin is calm.',
    sourceIds: ['V-47', 'V-49', 'K0015', 'K0016', 'K0017'],
  },
  {
    id: 'F-06',
    fromDay: 0,
    toDay: 3,
    fr: 'Pourquoi attendre ? Des trous restaient ouverts 58 à 63 heures, et des produits y ont laissé des boules.',
    en: 'Why wait? Holes stayed open 58 to 63 hours, and products left lumps there.',
    sourceIds: ['K0015', 'K0016', 'K0017', 'AE14', 'AE15', 'AE16'],
  },
  {
    id: 'F-07',
    fromDay: 3,
    toDay: 7,
    fr: 'Jusqu’au jour 7, introduisez ces crèmes une par une, avec notre accord.',
    en: 'Until day 7, bring these creams back one by one, with our agreement.',
    sourceIds: ['S-57', 'S-104'],
  },
  {
    id: 'F-09',
    fromDay: 0,
    toDay: 3,
    fr: 'Vaseline : chez le rat, couvrir retarde la fermeture des trous. Suivez ce que l’équipe vous a donné.',
    en: 'Petrolatum: in rats, covering delays the closing of the holes. Follow what the team gave you.',
    sourceIds: ['V-48'],
  },
  {
    id: 'F-10',
    fromDay: 4,
    toDay: 7,
    fr: 'La sensibilité baisse. Pas de gommage.',
    en: 'Sensitivity fades. No scrub.',
    sourceIds: ['S-57'],
  },
  {
    id: 'F-11',
    fromDay: 0,
    toDay: 14,
    fr: 'Deux semaines : chapeau, ombre, écran solaire.',
    en: 'Two weeks: hat, shade, sunscreen.',
    sourceIds: ['S-77b'],
  },
  {
    id: 'F-12',
    fromDay: 0,
    toDay: 7,
    fr: 'Douleur : demandez-nous quel médicament prendre.',
    en: 'Pain: ask us which medicine to take.',
    sourceIds: ['SET'],
  },
  {
    id: 'F-13',
    fromDay: 0,
    toDay: 14,
    fr: 'Nous prenons de vos nouvelles aux jours {checkInDays}. Cela prend une minute.',
    en: 'We check in with you on days {checkInDays}. It takes a minute.',
    sourceIds: ['SET'],
  },
  {
    id: 'F-14',
    fromDay: 7,
    toDay: 28,
    fr: 'Prochaine séance : 28 jours en général. Sous 14 jours, nous vous mettons en garde.',
    en: 'Next treatment: 28 days as a rule. Under 14 days, we warn you.',
    sourceIds: ['ST05'],
  },
  {
    id: 'F-15',
    fromDay: 0,
    toDay: 28,
    fr: 'Un doute ? Envoyez une photo, ou appelez. Les signes d’alerte sont dans « Sécurité ».',
    en: 'In doubt? Send a photo, or call. The red flags are under “Safety”.',
    sourceIds: ['Q-33', 'Q-34'],
  },
]
