import type { Statement } from './statement.ts'

/** Part A of the copy, acne scars: what studies saw, and where they disagree. */
export const scarStatements: readonly Statement[] = [
  {
    id: 'A-01',
    tag: 'opinion',
    sources: ['EG01'],
    fr: 'Cicatrices d’acné : preuves modérées, nos meilleures.',
    en: 'Acne scars: moderate evidence, our best.',
  },
  {
    id: 'A-02',
    tag: 'measured',
    sources: ['EG01'],
    fr: 'Un seul essai en aveugle compare un côté piqué à un côté laissé tranquille : 15 personnes.',
    en: 'One blinded trial compares a needled side with a side left alone: 15 people.',
  },
  {
    id: 'A-03',
    tag: 'measured',
    sources: ['AS06', 'L-4'],
    fr: 'Ailleurs, en moyenne 0,91 grade de mieux sur une échelle de 4. Sans groupe témoin.',
    en: 'Elsewhere, 0.91 grade better on average on a 4-grade scale. No control group.',
  },
  {
    id: 'A-04',
    tag: 'measured',
    sources: ['AS08'],
    fr: 'Une série voit un mieux chez 34 personnes sur 36.',
    en: 'One series sees improvement in 34 of 36 people.',
  },
  {
    id: 'A-05',
    tag: 'measured',
    sources: ['AS48', 'AS93'],
    fr: 'Une autre, sur 30 personnes : aucune ne gagne 25 %. Un essai plus grand ne voit pas de changement net.',
    en: 'Another, in 30 people: none gains 25%. A larger trial sees no clear change.',
  },
  {
    id: 'A-06',
    tag: 'measured',
    sources: ['AS27'],
    fr: 'Acné profonde : peu d’études la séparent. Avec aiguilles, décollement et peeling ensemble, 10 sur 16 passent du grade 4 au 2.',
    en: 'Deep acne scars: few studies separate them. With needles, subcision and peel together, 10 of 16 went from grade 4 to 2.',
  },
  {
    id: 'A-07',
    tag: 'measured',
    sources: ['AS78', 'AS79', 'AS89'],
    fr: 'La forme compte, sans accord. Ondulées contre carrées : 16 % et 4 % dans un essai, 19 et 24 sur 51 dans un autre.',
    en: 'Shape matters, without agreement. Rolling against boxcar: 16% and 4% in one trial, 19 and 24 of 51 in another.',
  },
  {
    id: 'A-08',
    tag: 'measured',
    sources: ['AS89'],
    fr: 'Les cicatrices en pic répondent peu : 3 sur 51.',
    en: 'Ice-pick scars respond little: 3 of 51.',
  },
  {
    id: 'A-09',
    tag: 'measured',
    sources: ['AS62', 'AS63', 'AS91', 'AS92'],
    fr: 'Plus profond, est-ce mieux ? Oui chez 14 personnes. Un autre essai, sur 21, ne rapporte pas d’écart.',
    en: 'Is deeper better? Yes in 14 people. Another trial, in 21, reports no gap.',
  },
  {
    id: 'A-10',
    tag: 'measured',
    sources: ['ST01', 'ST03', 'ST05'],
    fr: 'Parcours usuel : 3 ou 4 séances à 4 semaines, souvent 1,5 mm.',
    en: 'Usual course: 3 or 4 treatments 4 weeks apart, often 1.5 mm.',
  },
  {
    id: 'A-11',
    tag: 'opinion',
    sources: ['CI05', 'CI28'],
    fr: 'L’acné active se calme d’abord. Nous ne piquons pas de boutons.',
    en: 'Active acne must settle first. We do not needle spots.',
  },
]
