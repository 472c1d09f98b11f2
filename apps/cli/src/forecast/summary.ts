import {
  type Course,
  type CourseTreatment,
  type Forecast,
  getEvidenceGrade,
  type Quantiles,
  type TreatmentDates,
  valueOn,
} from '@pointille/healing'
import { warningWords } from './warning-words.ts'
import {
  deviceWords,
  fill,
  gradeWords,
  indicationWords,
  type Language,
  number,
  siteWords,
  tagWords,
  words,
} from './words.ts'

const LABEL_WIDTH = 58
/** A grade below this is read as mild or none. */
const MILD = 1.5
const REDNESS_DAYS = [1, 3, 7]

/** A forecast in words: what was asked, each treatment with its dates, the end of the course, warnings, evidence. */
export function sayForecast(course: Course, forecast: Forecast, language: Language): string {
  const say = words[language]
  const head = [
    fill(say.course, {
      indication: indicationWords[language][course.indication],
      site: siteWords[language][course.site],
      age: course.ageYears,
      phototype: course.phototype,
    }),
    `${say.standing} ${fill(say.ensemble, { courses: forecast.courses, seed: forecast.seed })}.`,
    ...(forecast.effectiveCourses < forecast.courses - 0.5
      ? [fill(say.weighed, { count: Math.round(forecast.effectiveCourses) })]
      : []),
  ]
  if (course.treatments.length === 0) return [...head, '', say.noTreatment].join('\n')
  const treatments = course.treatments.flatMap((_, at) => ['', ...sayTreatment(course, forecast, at, language)])
  return [...head, ...treatments, '', ...sayEnd(forecast, language), '', ...sayDoubts(forecast, language)].join('\n')
}

function sayTreatment(course: Course, forecast: Forecast, at: number, language: Language): string[] {
  const say = words[language]
  const dose = forecast.dose[at]!
  const dates = forecast.dates[at]!
  const row = (label: string, quantiles: Quantiles, digits: number, text = '{range}') =>
    line(label, fill(text, { range: rangeOf(quantiles, digits, language) }), quantiles, language)
  const redness = rednessOf(course, forecast, at, language)
  return [
    headingOf(course.treatments[at]!, at, language),
    row(say.dose, dose.relativeDose, 2),
    row(say.depth, dose.depthMm, 2, '{range} mm'),
    line(
      say.bleeding,
      percentOf(dose.pinpointBleedingProbability, language),
      dose.pinpointBleedingProbability,
      language,
    ),
    ...(redness ? [line(say.rednessOn, redness, forecast.outputs.redness!, language)] : []),
    ...datesOf(dates).map(([label, quantiles, digits, text]) => row(say[label], quantiles, digits, say[text])),
  ]
}

function datesOf(dates: TreatmentDates) {
  return [
    ['presentable', dates.presentableDay, 1, 'fromDay'],
    ['barrier', dates.barrierClosedDay, 1, 'fromDay'],
    ['actives', dates.activesSafeFromHours, 0, 'hours'],
    ['next', dates.earliestNextDay, 0, 'fromDay'],
  ] as const
}

function headingOf(treatment: CourseTreatment, at: number, language: Language): string {
  const say = words[language]
  const { day, device, needleMm, passes, occlusionHours, prp } = treatment
  const settings = fill(say.treatment, {
    number: at + 1,
    day,
    device: deviceWords[language][device],
    length: number(needleMm, 2, language),
    passes,
  })
  const occlusion = occlusionHours ? fill(say.occlusion, { hours: occlusionHours }) : ''
  const applied = prp ? fill(say.prp, { minutes: prp.delayMinutes, factor: prp.plateletFactor }) : ''
  return settings + occlusion + applied
}

/** "14 of 20 courses on day 1, …", for the days before the next treatment. */
function rednessOf(course: Course, forecast: Forecast, at: number, language: Language): string {
  const { day } = course.treatments[at]!
  const next = course.treatments[at + 1]?.day ?? Infinity
  return REDNESS_DAYS.filter((after) => day + after < next)
    .map((after) => {
      const rows = forecast.dots.redness ?? []
      const count = rows.filter((row) => valueOn(forecast.days, row, day + after) < MILD).length
      return { count, day: day + after }
    })
    .map((values, k) => fill(k === 0 ? words[language].onDay : words[language].countOnDay, values))
    .join(', ')
}

function sayEnd(forecast: Forecast, language: Language): string[] {
  const say = words[language]
  const lines = [fill(say.year, { day: forecast.days.at(-1)! })]
  for (const [name, label] of [
    ['improvement', say.improvement],
    ['organisedCollagen', say.organised],
  ] as const) {
    const band = forecast.outputs[name]
    if (!band) continue
    const last = { ...band, p5: band.p5.at(-1)!, p25: 0, p50: band.p50.at(-1)!, p75: 0, p95: band.p95.at(-1)! }
    lines.push(line(label, `${rangeOf(last, 0, language)} %`, band, language))
  }
  if (forecast.evidence.noEvidence) lines.push(`  ${say.noEvidencePores}`)
  const { pigmentation, infection } = forecast.risks
  return [
    ...lines,
    line(say.pigmentation, percentOf(pigmentation, language), pigmentation, language),
    line(say.infection, percentOf(infection, language), infection, language),
  ]
}

function sayDoubts(forecast: Forecast, language: Language): string[] {
  const warnings = forecast.warnings.map(({ code, treatment, values }) =>
    fill(warningWords[language][code], { ...values, treatment: (treatment ?? 0) + 1 }),
  )
  const { id, grade } = getEvidenceGrade(forecast.evidence.gradeId)
  return [...new Set(warnings)]
    .map((text) => `! ${text}`)
    .concat(fill(words[language].evidence, { grade: gradeWords[language][grade], id }))
}

function line(label: string, value: string, { tag }: { tag: Quantiles['tag'] }, language: Language): string {
  return `  ${label.padEnd(LABEL_WIDTH)}${value}  [${tagWords[language][tag]}]`
}

function rangeOf({ p5, p50, p95 }: Quantiles, digits: number, language: Language): string {
  const [low, median, high] = [p5, p50, p95].map((value) => number(value, digits, language))
  return fill(words[language].range, { low: low!, median: median!, high: high! })
}

function percentOf(probability: Quantiles, language: Language): string {
  const { p5, p50, p95 } = probability
  const digits = p50 < 0.1 ? 1 : 0
  return `${rangeOf({ ...probability, p5: 100 * p5, p50: 100 * p50, p95: 100 * p95 }, digits, language)} %`
}
