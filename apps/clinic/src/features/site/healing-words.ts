import { bothLanguages } from '#platform/languages/languages.ts'

export const healingWords = bothLanguages(
  {
    title: ['Trois phases,', 'qui se chevauchent'],
    description:
      'Ce qui se passe dans la peau après un microneedling : inflammation, prolifération, remodelage. Chaque chiffre porte sa source.',
    picture:
      'Frise de 28 jours. L’inflammation est au plus fort le premier jour et s’éteint vers le jour 4. La prolifération culmine vers le jour 4 et baisse jusqu’au jour 28. Le remodelage commence vers le jour 3 et monte encore au jour 28.',
    dayZero: 'J0, la séance',
    lastDay: 'jours',
    phases: [
      {
        name: 'Inflammation',
        short: 'nettoie, combat les microbes',
        days: 'de la première heure au jour 4 environ',
      },
      {
        name: 'Prolifération',
        short: 'dépose du collagène neuf',
        days: 'du jour 1 à la quatrième semaine',
      },
      {
        name: 'Remodelage',
        short: 'organise, renforce lentement',
        days: 'du jour 5 à douze mois',
      },
    ],
    table: 'Les chiffres du dessin',
    tableNote:
      'Activité de chaque phase, en pourcentage de son propre maximum. Une séance de 1,5 mm, d’après le modèle.',
    day: 'Jour',
    origin: 'D’où viennent\nces mesures',
    barrier: 'Quand la peau\nse referme',
    unknown: 'Ce que personne ne\nsait encore',
    unknowns: [
      'De combien la profondeur change le résultat.',
      'Ce que change le nombre de passages. La règle de 6 à 10 vient de l’usage.',
      'Quel intervalle entre deux séances donne le plus.',
      'Ce que change le tabac.',
    ],
  },
  {
    title: ['Three phases', 'that overlap'],
    description:
      'What happens in the skin after microneedling: inflammation, proliferation, remodelling. Every figure carries its source.',
    picture:
      'Timeline of 28 days. Inflammation is strongest on the first day and fades around day 4. Proliferation peaks around day 4 and falls until day 28. Remodelling begins around day 3 and is still rising on day 28.',
    dayZero: 'D0, treatment',
    lastDay: 'days',
    phases: [
      { name: 'Inflammation', short: 'clears debris, fights germs', days: 'from the first hour to about day 4' },
      { name: 'Proliferation', short: 'lays down new collagen', days: 'from day 1 to the fourth week' },
      { name: 'Remodelling', short: 'organises, strengthens slowly', days: 'from day 5 to twelve months' },
    ],
    table: 'The figures behind the drawing',
    tableNote: 'How busy each phase is, in percent of its own maximum. One 1.5 mm treatment, from the model.',
    day: 'Day',
    origin: 'Where these\nmeasurements come from',
    barrier: 'When the skin\ncloses again',
    unknown: 'What nobody\nknows yet',
    unknowns: [
      'How much depth changes the result.',
      'What the number of passes changes. The rule of 6 to 10 comes from practice.',
      'Which interval between two treatments gives the most.',
      'What smoking changes.',
    ],
  },
)
