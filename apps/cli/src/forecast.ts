import {
  type Course,
  DEFAULT_COURSES,
  DEFAULT_SEED,
  type Forecast,
  type ForecastOptions,
  startForecast,
} from '@pointille/healing'
import type { Asked, Command } from './command-line/command.ts'
import { readCourse, readObservations } from './command-line/course-file.ts'
import { writeTo } from './command-line/files.ts'
import { InputFault } from './command-line/input-fault.ts'
import { showProgress } from './command-line/progress.ts'
import { drawForecast, figureDays } from './forecast/figure.ts'
import { sayForecast } from './forecast/summary.ts'

const LAST_DAY = 4000

/** `pointille forecast COURSE.json`: what the skin will probably do, in words, numbers or a picture. */
export const forecastCommand: Command = {
  takes: 'COURSE.json',
  says: 'what the skin will probably do after planned treatments, with its doubt',
  explains: `
COURSE.json (- reads the input stream):
  {"ageYears": 34, "phototype": 3, "site": "cheek", "indication": "acne-scars", "smoker": false,
   "treatments": [{"day": 0, "device": "pen", "needleMm": 1.5, "passes": 6},
                  {"day": 28, "device": "pen", "needleMm": 1.5, "passes": 6,
                   "pressure": 1, "occlusionHours": 2, "prp": {"delayMinutes": 5, "plateletFactor": 6}}]}
Days count from the day 0 of the course; the order of treatments does not matter. The same file, ensemble and seed give
the same numbers on every machine. --json: {seed, days, outputs: {name: {unit, tag, p5, p25, p50, p75, p95}}, …};
a date that is not reached in the days computed is null.
--observations FILE: [{"day": 1, "redness": 2, "swelling": 1, "pain": 3}, {"day": 90, "improvementPercent": 20}], grades 0 to 3.`,
  words: { low: 1, high: 1 },
  options: {
    json: { kind: 'flag', says: 'numbers for a program, instead of words' },
    svg: { kind: 'text', shows: 'FILE', says: 'also draw the first four weeks and the whole course' },
    ensemble: {
      kind: 'number',
      shows: 'N',
      low: 20,
      high: 5000,
      isWhole: true,
      says: `courses to compute, 20 to 5000 (${DEFAULT_COURSES} unless told)`,
    },
    seed: {
      kind: 'number',
      shows: 'N',
      low: 0,
      high: 4_294_967_295,
      isWhole: true,
      says: `of the random numbers (${DEFAULT_SEED} unless told)`,
    },
    days: { kind: 'text', shows: 'LIST', says: 'days to tell in --json, such as 0,1,3,7,28 (a fine grid unless told)' },
    observations: {
      kind: 'text',
      shows: 'FILE',
      says: 'a person’s answers so far, which weigh the courses (see above)',
    },
    lang: { kind: 'text', shows: 'en|fr', oneOf: ['en', 'fr'], says: 'language of the words and the picture' },
  },
  examples: [
    'npx pointille forecast course.json',
    'npx pointille forecast course.json --json --days 0,1,3,7,28,180 --seed 7',
    'npx pointille forecast course.json --svg course.svg --lang fr',
    'npx pointille forecast course.json --observations answers.json --ensemble 1000',
  ],
  async run(asked) {
    const path = asked.words[0]!
    const course = await readCourse(path)
    const language = asked.text('lang') === 'fr' ? 'fr' : 'en'
    const asksJson = asked.flag('json')
    const days = readDays(asked)
    if (days && !asksJson) throw new InputFault('--days: it chooses the days of --json. Write --json --days LIST.')
    const drawing = asked.text('svg')
    const answers = asked.text('observations')
    const observations = answers ? await readObservations(answers) : []
    const forecasted = compute(asked, course, { days, observations })
    if (drawing) {
      await writeTo(
        drawing,
        drawForecast(course, compute(asked, course, { days: figureDays(course), observations }), language),
      )
      console.error(drawing)
    }
    console.log(asksJson ? JSON.stringify(withoutDots(forecasted)) : sayForecast(course, forecasted, language))
    return 0
  },
}

function compute(
  asked: Asked,
  course: Course,
  { days, observations }: Pick<ForecastOptions, 'days' | 'observations'>,
): Forecast {
  const run = startForecast(course, {
    courses: asked.number('ensemble') ?? DEFAULT_COURSES,
    seed: asked.number('seed') ?? DEFAULT_SEED,
    observations,
    ...(days ? { days } : {}),
  })
  const progress = showProgress('Forecast', run.courses)
  for (let done = 1; done <= run.courses; done++) {
    run.solveNext()
    progress.reach(done)
  }
  progress.end()
  return run.summarise()
}

function readDays(asked: Asked): number[] | undefined {
  const text = asked.text('days')
  if (text === undefined) return
  return text.split(',').map((part) => {
    const day = Number(part)
    if (part.trim() === '' || !(day >= 0 && day <= LAST_DAY))
      throw new InputFault(
        `--days: numbers from 0 to ${LAST_DAY} with commas are expected, not ${JSON.stringify(part)}.`,
      )
    return day
  })
}

/** The dots repeat the quantiles in twenty columns an output: a program can ask for its own. */
function withoutDots({ dots: _, ...rest }: Forecast): Omit<Forecast, 'dots'> {
  return rest
}
