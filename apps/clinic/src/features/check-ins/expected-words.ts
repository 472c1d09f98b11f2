import type { Severity } from '@pointille/protocol'
import { bothLanguages } from '#platform/languages/languages.ts'

/** An answer and those below it, as one says them of a redness. */
const upTo = {
  fr: { none: 'nulle', mild: 'légère ou aucune', marked: 'nette ou moins', strong: 'forte ou moins' },
  en: {
    none: 'no redness',
    mild: 'mild redness or none',
    marked: 'marked redness or less',
    strong: 'strong redness or less',
  },
} as const satisfies Record<string, Record<Severity, string>>

/** Words of what the model expects on a day, and of where an answer lies. */
export const expectedWords = bothLanguages(
  {
    today: 'Attendu aujourd’hui :',
    thatDay: 'Attendu ce jour-là :',
    /** What a check-in day looks like, besides the redness that the model speaks of. */
    skin: {
      1: 'peau rouge et chaude, qui tire',
      2: 'peau sèche, qui tire',
      3: 'peau sèche, petites peaux',
      5: 'petites peaux, peau moins sensible',
      7: 'peau presque calme',
      14: 'peau calme',
    } as Readonly<Record<number, string>>,
    rednessTrend: { falling: 'rougeur qui baisse', gone: 'rougeur souvent partie', steady: 'rougeur encore là' },
    expected: (answers: string) => `Attendu : ${answers}.`,
    between: (low: string, high: string) => (low === high ? low : `${low} à ${high}`),
    peopleLikeYou: '20 personnes comme vous',
    you: 'vous',
    spoken: (counts: string, own: string) => `Sur 20 personnes comme vous : ${counts}. Vous : ${own}.`,
    place: {
      inside: 'C’est dans ce que nous attendons.',
      less: 'C’est moins que ce que nous attendons.',
      outside: 'C’est plus marqué qu’attendu.',
    },
    placeOn: {
      inside: (day: number) => `C’est dans ce que nous attendons au jour ${day}.`,
      less: (day: number) => `C’est moins que ce que nous attendons au jour ${day}.`,
      outside: (_day: number) => 'C’est plus marqué qu’attendu.',
    },
    notGrave: 'Ce n’est pas forcément grave, mais nous voulons le voir.',
    onDay: (day: number, who: string) => `Au jour ${day}, ${who}.`,
    people: (count: number, answer: Severity) => {
      if (count === 0) return `les 20 personnes ont ${answer === 'none' ? 'une rougeur' : 'une rougeur plus marquée'}`
      const who = count === 20 ? 'les 20 personnes' : `environ ${count} personne${count === 1 ? '' : 's'} sur 20`
      if (answer === 'none') return `${who} ${count === 1 ? 'n’a' : 'n’ont'} aucune rougeur`
      return `${who} ${count === 1 ? 'a' : 'ont'} une rougeur ${upTo.fr[answer]}`
    },
    estimate: 'Estimation d’un modèle, pas une promesse.',
    earlierDays: 'Vos jours déjà envoyés sont pris en compte.',
    answersBefore: (time: string) => `L’équipe le voit et vous répond avant ${time}.`,
    answersFrom: (date: string, time: string) => `L’équipe le voit. Le cabinet ouvre ${date} à ${time} et vous répond.`,
    answersLater: 'L’équipe le voit et vous répond.',
    ifRising: 'Cela monte encore ? Appelez le',
    besideExpected: (answers: string) => `attendu : ${answers}`,
    saidAndExpected: 'Vos réponses, et ce que nous attendions',
  },
  {
    today: 'Expected today:',
    thatDay: 'Expected on that day:',
    skin: {
      1: 'red, warm, tight skin',
      2: 'dry, tight skin',
      3: 'dry, flaking skin',
      5: 'some flaking, less sensitive skin',
      7: 'almost calm skin',
      14: 'calm skin',
    } as Readonly<Record<number, string>>,
    rednessTrend: { falling: 'redness going down', gone: 'redness often gone', steady: 'redness still there' },
    expected: (answers: string) => `Expected: ${answers}.`,
    between: (low: string, high: string) => (low === high ? low : `${low} to ${high}`),
    peopleLikeYou: '20 people like you',
    you: 'you',
    spoken: (counts: string, own: string) => `Of 20 people like you: ${counts}. You: ${own}.`,
    place: {
      inside: 'This is within what we expect.',
      less: 'This is less than we expect.',
      outside: 'This is more than expected.',
    },
    placeOn: {
      inside: (day: number) => `This is within what we expect on day ${day}.`,
      less: (day: number) => `This is less than we expect on day ${day}.`,
      outside: (_day: number) => 'This is more than expected.',
    },
    notGrave: 'It may not be serious, but we want to see it.',
    onDay: (day: number, who: string) => `On day ${day}, ${who}.`,
    people: (count: number, answer: Severity) => {
      if (count === 0) return `all 20 people have ${answer === 'none' ? 'some redness' : 'more redness'}`
      const who =
        count === 20 ? 'all 20 people' : count === 1 ? 'about one person in 20' : `about ${count} of 20 people`
      return `${who} ${count === 1 ? 'has' : 'have'} ${upTo.en[answer]}`
    },
    estimate: 'A model’s estimate, not a promise.',
    earlierDays: 'The days that you already sent are taken into account.',
    answersBefore: (time: string) => `The team sees it and answers you before ${time}.`,
    answersFrom: (date: string, time: string) =>
      `The team sees it. The clinic opens ${date} at ${time} and answers you.`,
    answersLater: 'The team sees it and answers you.',
    ifRising: 'Still getting worse? Call',
    besideExpected: (answers: string) => `expected: ${answers}`,
    saidAndExpected: 'Your answers, and what we expected',
  },
)
