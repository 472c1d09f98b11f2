import { dotPath } from './dot-path.ts'
import { remember } from './remember.ts'
import { throwDarts } from './throw-darts.ts'

/** What the skin shows at the end of a round, as amounts of pinpoint bleeding. */
export type EndpointLook = 'none' | 'erythemaOnly' | 'sparse' | 'even'

const ENDPOINT_DENSITY = { none: 0, erythemaOnly: 0, sparse: 0.13, even: 0.45 }
/** Small pictures get more darts: a hole in 56 px is seen at once. */
const SMALL_TRIES = 90

/** Dots of an endpoint button, within a circle of 56 px; path in fifths of a px. */
export const endpointPath = (look: EndpointLook): string =>
  remember(`endpoint ${look}`, () => {
    const inside = (x: number, y: number) => Math.hypot(x - 28, y - 28) < 25
    const density = (x: number, y: number) => [inside(x, y) ? ENDPOINT_DENSITY[look] : 0]
    return dotPath(throwDarts({ width: 56, height: 56, pitch: 5, seed: 4, tries: SMALL_TRIES, density }), 5)
  })

/** A field of even density, the sample of "density is amount"; path in half px. */
export const evenPath = (width: number, height: number, density: number): string =>
  remember(`even ${width} ${height} ${density}`, () => {
    const inset = 4
    const field = { width: width - 2 * inset, height: height - 2 * inset, pitch: 5.4, seed: 8, tries: SMALL_TRIES }
    const dots = throwDarts({ ...field, density: () => [density] })
    return dotPath(
      dots.map((dot) => ({ ...dot, x: dot.x + inset, y: dot.y + inset })),
      2,
    )
  })

/**
 * Dots of the runner's pad: they come in from the border as the passes of ten are done, and leave the middle to the number.
 * Path in half px.
 */
export const padPath = (width: number, height: number, passes: number): string =>
  remember(`pad ${width} ${height} ${Math.min(passes, 10)}`, () => {
    const share = Math.min(passes, 10) / 10
    const inset = 12
    const density = (x: number, y: number) => {
      const dx = (x + inset - width / 2) / (width / 2)
      const dy = (y + inset - height / 2) / (height / 2)
      return [Math.max(0, Math.min(1, (Math.hypot(dx, dy) - 0.84) / 0.3)) * share]
    }
    const field = { width: width - 2 * inset, height: height - 2 * inset, pitch: 9, seed: 7, tries: 40 }
    const dots = throwDarts({ ...field, density })
    return dotPath(
      dots.map((dot) => ({ ...dot, x: dot.x + inset, y: dot.y + inset })),
      2,
    )
  })

/** Stipple of a waiting block on the day board: everywhere but under its words, which stand at the top left. Half px. */
export const waitingPath = (
  width: number,
  height: number,
  seed: number,
  words: { readonly width: number; readonly height: number },
): string => {
  const inset = 5
  const density = (x: number, y: number) => [x + inset < words.width && y + inset < words.height ? 0 : 0.45]
  const dots = throwDarts({
    width: width - 2 * inset,
    height: height - 2 * inset,
    pitch: 6.6,
    seed,
    tries: 40,
    density,
  })
  return dotPath(
    dots.map((dot) => ({ ...dot, x: dot.x + inset, y: dot.y + inset })),
    2,
  )
}
