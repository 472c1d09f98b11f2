import { addDays } from '#platform/languages/dates.ts'
import type { Chance } from './chance.ts'

/** Somebody who does not exist. */
export type Person = {
  givenName: string
  familyName: string
  birthOn: string
  phone: string
  email: string
  language: 'fr' | 'en'
  allergiesStatus: 'known' | 'noneKnown' | 'notAsked'
  allergies: string
}

type Name = readonly [givenName: string, familyName: string, language?: 'en']

const belgians: readonly Name[] = [
  ['Camille', 'Lefèvre'],
  ['Sofie', 'Vandenberghe'],
  ['Yasmina', 'El Amrani'],
  ['Hugo', 'Lambert'],
  ['Aminata', 'Sow'],
  ['Elif', 'Yıldız'],
  ['Jeroen', 'De Smet', 'en'],
  ['Chloé', 'Dubois'],
  ['Grace', 'Mbuyi'],
  ['Marta', 'Kowalska', 'en'],
  ['Nathalie', 'Gérard'],
  ['Thi Mai', 'Nguyen'],
  ['Lucas', 'Peeters'],
  ['Fatoumata', 'Barry'],
  ['Ana', 'Ferreira'],
  ['Pauline', 'Renard'],
  ['Emily', 'Whitfield', 'en'],
  ['Mehdi', 'Benali'],
  ['Charlotte', 'Wouters'],
  ['Giulia', 'Ferrari'],
  ['Olivier', 'Claes'],
  ['Rokia', 'Traoré'],
  ['Laura', 'Simon'],
  ['Ioana', 'Popescu', 'en'],
  ['Benoît', 'Delvaux'],
  ['Manon', 'Charlier'],
  ['Inès', 'Moreau'],
  ['Tine', 'Goossens', 'en'],
  ['Samir', 'Haddad'],
  ['Véronique', 'Mertens'],
  ['Priya', 'Nair', 'en'],
  ['Julie', 'Fontaine'],
  ['Kevin', 'Ilunga'],
  ['Margaux', 'Lejeune'],
  ['Carmen', 'Ortega'],
  ['Louise', 'Hermans'],
  ['Daniel', 'O’Connor', 'en'],
  ['Sarah', 'Cohen'],
  ['Éloïse', 'Noël'],
  ['Dieudonné', 'Kabongo'],
  ['Brigitte', 'Willems'],
  ['Zeynep', 'Kaya'],
  ['Antoine', 'Maes'],
  ['Amélie', 'Servais'],
]

const french: readonly Name[] = [
  ['Juliette', 'Perrin'],
  ['Karim', 'Boucher'],
  ['Solène', 'Garnier'],
  ['Awa', 'Diop'],
  ['Mathilde', 'Rey'],
  ['Thomas', 'Vidal'],
  ['Leïla', 'Mansouri'],
  ['Claire', 'Faure'],
  ['Nina', 'Novak', 'en'],
  ['Sandrine', 'Blanchard'],
  ['Hugo', 'Chevalier'],
  ['Linh', 'Tran'],
  ['Émilie', 'Colin'],
  ['Rachid', 'Ziani'],
]

const allergies = ['Latex', 'Pénicilline (éruption, 2019)', 'Nickel', 'Pansements adhésifs']

/** The people of a demo clinic, in an order of its own. Some are named first because pages of the demo point at them. */
export function inventPeople(country: string, chance: Chance, todayOn: string): Person[] {
  const [first, ...others] = country === 'FR' ? french : belgians
  return [first!, ...chance.shuffle(others)].map((name, at) => inventPerson(name, at, chance, todayOn))
}

function inventPerson([givenName, familyName, language]: Name, at: number, chance: Chance, todayOn: string): Person {
  const known = chance.happens(0.15)
  return {
    givenName,
    familyName,
    // One of nineteen, one of seventy-two, the others between; nobody's birthday is today.
    birthOn: addDays(
      todayOn,
      -Math.round((at === 5 ? 19.6 : at === 9 ? 72.4 : chance.between(23, 64) + 0.37) * 365.25) -
        chance.between(0, 120),
    ),
    phone: inventPhone(chance),
    email: `${plain(givenName)}.${plain(familyName)}@patient.example`,
    language: language ?? 'fr',
    allergiesStatus: known ? 'known' : 'noneKnown',
    allergies: known ? chance.pick(allergies) : '',
  }
}

/** France and the United Kingdom reserve mobile numbers for fiction; Belgium does not. */
function inventPhone(chance: Chance): string {
  const digits = (count: number) => String(chance.between(0, 10 ** count - 1)).padStart(count, '0')
  return chance.happens(0.85) ? `+33 6 39 98 ${digits(2)} ${digits(2)}` : `+44 7700 900${digits(3)}`
}

function plain(name: string): string {
  return name
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()
}
