import { type DoubtfulDose, doseWithDoubt, type NeedlingTreatment, type Site } from '@pointille/healing'
import type { Asked, Command } from './command-line/command.ts'
import { readCourse } from './command-line/course-file.ts'
import { InputFault } from './command-line/input-fault.ts'
import { sayDose, sayNumbers, sayPerson, saySkin, sayTreatment } from './dose/say-dose.ts'
import { describing, readTreatment, treatmentOptions } from './dose/treatment-options.ts'
import { doseWords } from './dose/words.ts'
import { fill, type Language } from './forecast/words.ts'

const DRAWS = 1000
const SEED = 1

type AskedDose = { site: Site; ageYears: number; treatments: readonly NeedlingTreatment[] }

/** `pointille dose`: what the needles of a treatment do to the skin of a site, with the doubt. */
export const doseCommand: Command = {
  takes: '[COURSE.json]',
  says: 'what the needles of a treatment do: holes, depth, injured layers, bleeding, pain',
  explains: `
Either one treatment by its options, or every treatment of a course file (see forecast --help).
--json: {seed, draws, site, ageYears, treatments: [{treatment, figures: {name: {p5, p50, p95}}, warnings}]}; shares are 0 to 1.`,
  words: { low: 0, high: 1 },
  options: {
    ...treatmentOptions,
    draws: {
      kind: 'number',
      shows: 'N',
      low: 20,
      high: 100_000,
      isWhole: true,
      says: `of what is not known (${DRAWS} unless told)`,
    },
    seed: {
      kind: 'number',
      shows: 'N',
      low: 0,
      high: 4_294_967_295,
      isWhole: true,
      says: `of the random numbers (${SEED} unless told)`,
    },
    numbers: { kind: 'flag', says: 'instead, every number behind the dose with its unit, range and source' },
    json: { kind: 'flag', says: 'numbers for a program, instead of words' },
  },
  examples: [
    'npx pointille dose --device roller --needle-mm 1.5 --passes 8 --site cheek --age 35',
    'npx pointille dose --device pen --needle-mm 1 --passes 3 --site aroundEye --pressure 0.7 --json',
    'npx pointille dose course.json --lang fr',
    'npx pointille dose --numbers',
  ],
  async run(asked) {
    const language: Language = asked.text('lang') === 'fr' ? 'fr' : 'en'
    if (asked.flag('numbers')) {
      console.log(sayNumbers(language).join('\n'))
      return 0
    }
    const { site, ageYears, treatments } = await readAsked(asked)
    const draws = asked.number('draws') ?? DRAWS
    const seed = asked.number('seed') ?? SEED
    const doses = treatments.map((treatment) => doseWithDoubt(treatment, { site, ageYears }, { draws, seed }))
    if (asked.flag('json')) {
      const told = treatments.map((treatment, at) => ({ treatment, ...doses[at]! }))
      console.log(JSON.stringify({ seed, draws, site, ageYears, treatments: told }))
    } else console.log(sayDoses({ site, ageYears, treatments }, doses, { draws, seed }, language))
    return 0
  },
}

async function readAsked(asked: Asked): Promise<AskedDose> {
  const [path] = asked.words
  if (!path) {
    const { treatment, site, ageYears } = readTreatment(asked)
    return { site, ageYears, treatments: [treatment] }
  }
  const given = describing.find((name) => asked.text(name) !== undefined)
  if (given) throw new InputFault(`--${given}: the course file says it. Give the file or the options, not both.`)
  return readCourse(path)
}

function sayDoses(
  { site, ageYears, treatments }: AskedDose,
  doses: readonly DoubtfulDose[],
  ensemble: { draws: number; seed: number },
  language: Language,
): string {
  const say = doseWords[language]
  return [
    sayPerson(site, ageYears, language),
    saySkin(site, language),
    fill(say.standing, ensemble),
    ...treatments.flatMap((treatment, at) => ['', sayTreatment(treatment, language), ...sayDose(doses[at]!, language)]),
    '',
    say.allIsAssumed,
  ].join('\n')
}
