import { checkInWords, type RedFlag, type Severity } from '@pointille/protocol'
import type { ForecastAnswer, OpenRedFlag } from '#features/check-ins/index.server.ts'
import { localTime, shortDate, staffDate } from '#platform/languages/dates.ts'
import type { Language } from '#platform/languages/languages.ts'
import { telephone, telephoneLink } from '#platform/languages/telephone.ts'
import { toDoWords } from './to-do-words.ts'

/** A red flag as the team's list shows it: every word ready, so that the page in the browser stays small. */
export type RedFlagView = {
  checkInId: string
  patientId: string
  treatmentId: string
  name: string
  /** How soon somebody must look; `outside` = more marked than the forecast, and no red flag. */
  urgency: 'emergency' | 'callToday' | 'outside'
  level: string
  sent: string
  phone: string
  phoneHref: string
  /** What was said; undefined for who may not read it. `signs`: red flags, then answers outside the forecast. */
  report: { signs: string[]; day: string; facts: { name: string; value: string }[] } | undefined
}

export function viewRedFlag(flag: OpenRedFlag, language: Language, timeZone: string): RedFlagView {
  const words = toDoWords[language]
  const urgency = flag.careLevel === 'emergency' || flag.careLevel === 'callToday' ? flag.careLevel : 'outside'
  const sent = localTime(flag.sentAt, timeZone)
  return {
    checkInId: flag.checkInId,
    patientId: flag.patientId,
    treatmentId: flag.treatmentId,
    name: `${flag.familyName.toLocaleUpperCase()}, ${flag.givenName}`,
    urgency,
    level: words.levels[urgency],
    sent: words.sent(staffDate(sent.on, language), sent.time),
    phone: telephone(flag.phone),
    phoneHref: telephoneLink(flag.phone),
    report: flag.report && viewReport(flag.report, language, timeZone),
  }
}

function viewReport(
  report: NonNullable<OpenRedFlag['report']>,
  language: Language,
  timeZone: string,
): RedFlagView['report'] {
  const words = toDoWords[language]
  const asked = checkInWords[language]
  const { facts, expected, outside } = report
  const said: Record<ForecastAnswer, { name: string; value: string }> = {
    redness: { name: words.redness, value: asked.rednessLevels[report.redness as Severity] },
    swelling: { name: words.swelling, value: asked.swellingLevels[report.swelling as Severity] },
    pain: { name: words.pain, value: words.painOf(report.painScore) },
  }
  const beside = (answer: ForecastAnswer) =>
    expected ? words.expected(said[answer].value, expected[answer]) : said[answer].value
  return {
    signs: [
      ...report.redFlags.map((sign) => asked.redFlags[sign as RedFlag]),
      ...outside.map((answer) => words.outside(said[answer].name)),
    ],
    day: words.dayAfter(report.day, staffDate(localTime(report.treatedAt, timeZone).on, language)),
    facts: [
      ...(['redness', 'swelling', 'pain'] as const).map((answer) => ({
        name: said[answer].name,
        value: beside(answer),
      })),
      { name: words.treatment, value: facts.zones.join(', ') },
      { name: words.device, value: facts.devices.map((device) => words.devices[device]).join(', ') },
      { name: words.lot, value: [...new Set(facts.lots)].join(', ') },
      { name: words.by, value: facts.byName ?? '' },
      { name: words.born, value: shortDate(report.birthOn, language) },
    ].filter(({ value }) => value !== ''),
  }
}
