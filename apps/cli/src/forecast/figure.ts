import { type Course, type Forecast, getEvidenceGrade, valueOn } from '@pointille/healing'
import { drawBand, drawDots, drawRules, drawTicks, type Plot } from './band-plot.ts'
import { drawPhases, PHASES_HEIGHT } from './phase-strips.ts'
import { escapeText, INK, line, round, text } from './svg.ts'
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

const WIDTH = 1000
const LEFT = 190
const PLOT_WIDTH = 720
const FIRST_WEEKS = 28
/** Where the twenty courses stand: the answers still differ. */
const SHOWN_DAY = 1
const EARLY_TICKS = [0, 1, 2, 3, 5, 7, 10, 14, 21, 28]
const FONT = "'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', system-ui, sans-serif"
const DISPLAY = "'Bricolage Grotesque', 'Atkinson Hyperlegible Next', system-ui, sans-serif"

/** The days that the picture needs: even on the root axis of the first weeks, even over the whole course. */
export function figureDays(course: Course): number[] {
  const { from, to, horizon } = spanOf(course)
  const early = Array.from({ length: 121 }, (_, k) => from + (to - from) * (k / 120) ** 2)
  const whole = Array.from({ length: 121 }, (_, k) => (horizon * k) / 120)
  return [...new Set([...early, ...whole])].sort((a, b) => a - b)
}

/** The first interval up to four weeks, and the year after the last treatment. */
function spanOf({ treatments }: Course) {
  const from = treatments[0]?.day ?? 0
  const next = treatments.find(({ day }) => day > from)?.day ?? Number.POSITIVE_INFINITY
  const to = Math.min(from + FIRST_WEEKS, next - 1 / 96)
  return { from, to, horizon: (treatments.at(-1)?.day ?? 0) + 365 }
}

/** A figure of its own, as SVG: the first weeks (phases, redness), then the whole course (improvement). */
export function drawForecast(course: Course, forecast: Forecast, language: Language): string {
  const say = words[language]
  const title = `${indicationWords[language][course.indication]}, ${siteWords[language][course.site]}`
  const subtitle = course.treatments.length === 0 ? say.noTreatment : settingsOf(course, language)
  const standing = `${say.standing} ${fill(say.ensemble, { courses: forecast.courses, seed: forecast.seed })}.`
  const [early, later] = [drawFirstWeeks(course, forecast, language), drawWholeCourse(course, forecast, language)]
  const height = forecast.outputs.improvement ? 992 : 800
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title about" font-family="${FONT}" fill="${INK.ink}">
<title id="title">${escapeText(title)}</title>
<desc id="about">${escapeText(`${subtitle} ${standing}`)}</desc>
<rect width="${WIDTH}" height="${height}" fill="${INK.paper}"/>
${text(48, 74, 35, title, `font-family="${DISPLAY}" font-weight="640" letter-spacing="-0.77"`)}
${text(48, 106, 17, subtitle, `fill="${INK.ink2}"`)}
${text(48, 132, 17, standing, `fill="${INK.mute}"`)}
${early}
${later}
${drawKey(forecast, language, height - 58)}
</svg>
`
}

function settingsOf({ treatments }: Course, language: Language): string {
  return treatments
    .map(({ day, device, needleMm, passes, prp }) => {
      const settings = `${deviceWords[language][device]} ${number(needleMm, 2, language)} mm × ${passes}${prp ? ' + PRP' : ''}`
      return { day, settings }
    })
    .reduce<{ settings: string; days: number[] }[]>((groups, { day, settings }) => {
      const last = groups.at(-1)
      if (last?.settings === settings) last.days.push(day)
      else groups.push({ settings, days: [day] })
      return groups
    }, [])
    .map(({ settings, days }) => `${settings}, ${dayWord(days.length, language)} ${days.join(', ')}`)
    .join(language === 'fr' ? '\u00a0; ' : '; ')
}

const dayWord = (count: number, language: Language) => (language === 'fr' ? 'jour' : 'day') + (count > 1 ? 's' : '')

function drawFirstWeeks(course: Course, forecast: Forecast, language: Language): string {
  const say = words[language]
  const { from, to } = spanOf(course)
  const span = to - from
  const across = (day: number) => Math.sqrt(Math.max(0, day - from) / span)
  const columns = columnsOf(forecast, from, to)
  const plot: Plot = { x: LEFT, y: 352, width: PLOT_WIDTH, height: 190, columns, days: forecast.days, across, top: 3 }
  const redness = forecast.outputs.redness!
  const dots = forecast.dots.redness!
  const shown = Math.min(SHOWN_DAY, span / 2)
  const onDay = dots.map((row) => valueOn(forecast.days, row, from + shown))
  const mild = onDay.filter((grade) => grade < 1.5).length
  const cursor = plot.x + plot.width * across(from + shown)
  const phases = (['inflammation', 'proliferation', 'remodelling'] as const).map((name) => {
    const { p50 } = forecast.outputs[name]!
    // Each phase against itself, within the weeks that are drawn.
    const peak = Math.max(...columns.map((column) => p50[column]!), 1e-9)
    const activity = (share: number) => valueOn(forecast.days, p50, from + span * share * share) / peak
    return { name, words: say.phases[name], activity }
  })
  const ticks = EARLY_TICKS.filter((day) => day <= span + 0.02)
  return [
    text(48, 184, 20, say.firstWeeks, 'font-weight="600"'),
    drawPhases({ x: LEFT, y: 198, width: PLOT_WIDTH }, phases),
    drawRules(
      plot,
      say.grades.map((grade, value) => ({ value, words: `${grade} ${value}` })),
    ),
    text(plot.x - 12, plot.y - 19, 15, say.redness, 'text-anchor="end" font-weight="600"'),
    drawBand(plot, redness, dots, { hue: INK.inflammation, shape: 'dots', seed: 21 }),
    line(cursor, 198 + PHASES_HEIGHT + 14, cursor, plot.y + plot.height, `stroke="${INK.ink}" stroke-width="1.5"`),
    drawDots(plot, from + shown, onDay, INK.inflammation),
    text(LEFT + PLOT_WIDTH, plot.y + 26, 15, say.rednessOn, 'text-anchor="end" font-weight="600"'),
    text(
      LEFT + PLOT_WIDTH,
      plot.y + 46,
      15,
      fill(say.onDay, { count: mild, day: number(shown, shown % 1 === 0 ? 0 : 1, language) }),
      'text-anchor="end"',
    ),
    drawTicks(
      plot,
      ticks.map((day) => ({ day: from + day, words: String(day), isBold: day === 0 })),
    ),
    text(LEFT + PLOT_WIDTH, plot.y + plot.height + 46, 15, say.dayAxis, `text-anchor="end" fill="${INK.mute}"`),
  ].join('\n')
}

function drawWholeCourse(course: Course, forecast: Forecast, language: Language): string {
  const say = words[language]
  const { horizon } = spanOf(course)
  const top = 634
  const heading = text(48, top - 14, 20, say.wholeCourse, 'font-weight="600"')
  const band = forecast.outputs.improvement
  if (!band) return [heading, text(LEFT, top + 30, 17, say.noEvidencePores)].join('\n')
  const across = (day: number) => day / horizon
  const columns = columnsOf(forecast, 0, horizon)
  const plot: Plot = {
    x: LEFT,
    y: top + 28,
    width: PLOT_WIDTH,
    height: 190,
    columns,
    days: forecast.days,
    across,
    top: 100,
  }
  const dots = forecast.dots.improvement!
  const step = horizon > 900 ? 180 : 60
  const marks = course.treatments.map(({ day }, at) => {
    const x = plot.x + plot.width * across(day)
    const y = plot.y + plot.height
    return `<circle cx="${round(x)}" cy="${y}" r="9" fill="${INK.ink}"/>${text(x, y + 4.5, 13, String(at + 1), `text-anchor="middle" fill="${INK.paper}" font-weight="600"`)}`
  })
  const ticks = Array.from({ length: Math.floor(horizon / step) + 1 }, (_, k) => k * step)
  return [
    heading,
    text(plot.x - 12, plot.y - 19, 15, say.improvement, 'text-anchor="end" font-weight="600"'),
    drawRules(
      plot,
      [0, 25, 50, 75, 100].map((value) => ({ value, words: language === 'fr' ? `${value}\u00a0%` : `${value}%` })),
    ),
    drawBand(plot, band, dots, { hue: INK.remodelling, shape: 'dashes', seed: 22 }),
    drawDots(
      plot,
      horizon,
      dots.map((row) => row.at(-1)!),
      INK.remodelling,
    ),
    drawTicks(
      plot,
      ticks.map((day) => ({ day, words: String(day) })),
    ),
    ...marks,
    text(LEFT + PLOT_WIDTH, plot.y + plot.height + 46, 15, say.dayAxisLinear, `text-anchor="end" fill="${INK.mute}"`),
  ].join('\n')
}

function columnsOf({ days }: Forecast, from: number, to: number): number[] {
  return days.flatMap((day, column) => (day >= from && day <= to ? [column] : []))
}

/** What the lines are, and how far each curve may be trusted. */
function drawKey(forecast: Forecast, language: Language, y: number): string {
  const say = words[language]
  const { id, grade } = getEvidenceGrade(forecast.evidence.gradeId)
  const tags = (['redness', 'improvement'] as const).flatMap((name) => {
    const band = forecast.outputs[name]
    return band ? [`${say[name]}${language === 'fr' ? '\u00a0' : ''}: ${tagWords[language][band.tag]}`] : []
  })
  const key = (x: number, style: string, said: string) =>
    line(x, y - 5, x + 30, y - 5, style) + text(x + 40, y, 15, said, `fill="${INK.ink2}"`)
  return [
    key(48, `stroke="${INK.ink}" stroke-width="2.6"`, say.median),
    key(170, `stroke="${INK.ink2}" stroke-width="1.5"`, say.oneInTwo),
    key(296, `stroke="${INK.ink2}" stroke-width="1.5" stroke-dasharray="5 5"`, say.nineInTen),
    text(
      48,
      y + 28,
      15,
      `${[...tags, fill(say.evidence, { grade: gradeWords[language][grade], id })].join('. ')}.`,
      `fill="${INK.ink2}"`,
    ),
  ].join('\n')
}
