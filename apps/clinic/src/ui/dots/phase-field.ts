import { PHASES, PICTURE_DAYS, phaseActivity } from '@pointille/healing'
import tokens from '../tokens.json' with { type: 'json' }
import { dashPath, dotPath, unitsPerPx } from './dot-path.ts'
import { remember } from './remember.ts'
import { type Dot, throwDarts } from './throw-darts.ts'

/** Strokes of one phase: width in drawing units, and the path. Phase 3 is dashes, the others dots. */
export type PhaseInk = { readonly phase: 1 | 2 | 3; readonly strokeWidth: number; readonly path: string }
export type PhasePicture = {
  readonly width: number
  readonly height: number
  /** Drawing units per px. */
  readonly units: number
  readonly inks: readonly PhaseInk[]
}

type Style = { readonly diameter: readonly number[]; readonly dash: readonly number[] }

const inkOf = (dots: readonly Dot[], phase: 1 | 2 | 3, style: Style, units: number, tiltPx: number): PhaseInk => {
  const [length = 0, thickness = 0] = style.dash
  return phase === 3
    ? { phase, strokeWidth: thickness * units, path: dashPath(dots, units, length, tiltPx) }
    : { phase, strokeWidth: (style.diameter[phase - 1] ?? 0) * units, path: dotPath(dots, units) }
}

/** x of a day on the root axis of the pictures, px: early days are wide because most happens there. */
export const xOfDay = (day: number, width: number): number => width * Math.sqrt(day / PICTURE_DAYS)
export const dayOfX = (x: number, width: number): number => PICTURE_DAYS * (x / width) ** 2

/**
 * The hero: the three phases mixed in one field, `dayWidth` px for 28 days and a little more to the right, where day 28 is
 * held so that the field leaves the page without an edge.
 */
export const heroField = (kind: 'hero' | 'heroMobile', width: number, height: number, dayWidth: number): PhasePicture =>
  remember(`${kind} ${width} ${height} ${dayWidth}`, () => {
    const style = tokens.dots[kind]
    const { pitch, seed, tries } = style
    const caps = tokens.dots.hero.cap
    const columns = Array.from({ length: Math.ceil(width) + 1 }, (_, x) =>
      PHASES.map((phase, at) => (caps[at] ?? 0) * phaseActivity(phase, dayOfX(x, dayWidth))),
    )
    const nothing: readonly number[] = []
    // Whole dots only: the axis and the ink line must not cut one.
    const inset = 3
    const dots = throwDarts({
      width: width - inset,
      height: height - 2 * inset,
      pitch,
      seed,
      tries,
      density: (x) => columns[Math.floor(x)] ?? nothing,
    }).map((dot) => ({ ...dot, x: dot.x + inset, y: dot.y + inset }))
    const units = 2
    return {
      width,
      height,
      units,
      inks: ([1, 2, 3] as const).map((phase) =>
        inkOf(
          dots.filter((dot) => dot.hue === phase - 1),
          phase,
          style,
          units,
          0,
        ),
      ),
    }
  })

/** Activity under this is left as empty paper. */
const QUIET = 0.015

/**
 * One phase as a cloud along the root axis: taller and denser where the phase works, with soft ends.
 * `height` is the tallest the cloud gets, at activity 1; density falls from its centre line to nothing at its edge.
 */
export const phaseCloud = (
  kind: 'strip' | 'timeline',
  phase: 1 | 2 | 3,
  width: number,
  height: number,
  dayWidth = width,
): PhasePicture =>
  remember(`${kind} ${phase} ${width} ${height} ${dayWidth}`, () => {
    const name = PHASES[phase - 1]!
    return drawPhaseCloud(kind, phase, { width, height, dayWidth, activity: (day) => phaseActivity(name, day) })
  })

type Cloud = {
  width: number
  height: number
  dayWidth: number
  activity: (day: number) => number
  /** Drawing units per px; finer than it needs to be where nothing is said. */
  units?: number
}

/** The same for any course of a phase, `activity` 0..1 by day. Not kept: the caller knows how many there are. */
export const drawPhaseCloud = (
  kind: 'strip' | 'timeline',
  phase: 1 | 2 | 3,
  { width, height, dayWidth, activity, units: asked }: Cloud,
): PhasePicture => {
  const style = tokens.dots[kind]
  const pitch = Array.isArray(style.pitch) ? (style.pitch[phase - 1] ?? 0) : style.pitch
  const columns = Array.from({ length: Math.ceil(width) + 1 }, (_, x) => activity(dayOfX(x, dayWidth)))
  const density = (x: number, y: number): readonly number[] => {
    const a = columns[Math.floor(x)] ?? 0
    if (a < QUIET) return [0]
    const u = Math.abs(y - height / 2) / ((height / 2) * (0.22 + 0.78 * a))
    return [u < 1 ? 1.1 * a * (1 - u * u) ** 0.8 * 0.95 : 0]
  }
  const dots = throwDarts({ width, height, pitch, seed: style.seed[phase - 1] ?? 0, tries: style.tries, density })
  const finest = phase === 3 ? (style.dash[1] ?? 0) : (style.diameter[phase - 1] ?? 0)
  const units = asked ?? unitsPerPx(finest)
  return { width, height, units, inks: [inkOf(dots, phase, style, units, 0.4)] }
}
