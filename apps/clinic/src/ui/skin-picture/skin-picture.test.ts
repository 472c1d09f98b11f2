import { type Course, forecast, isSite } from '@pointille/healing'
import { expect, test } from 'vitest'
import { channelWidth, drawSkin } from './draw-skin.ts'
import { describeSkin, explainScale, explainSkin } from './say-skin.ts'
import { skinLayers } from './skin-layers.ts'
import { skinOn } from './skin-on.ts'
import { isDeep, type SkinPicture } from './skin-picture.ts'
import { channelXs, oneChannel, sliceMm, topSkin, wholeSkin } from './skin-view.ts'

const layers = skinLayers('cheek', 38)
const picture: SkinPicture = {
  day: 3,
  layers,
  setDepthMm: 1.5,
  channelDepthMm: { p5: 0.3, p50: 0.75, p95: 1.5 },
  holesPerCm2: 114,
  gap: { p5: 0.1, p50: 0.2, p95: 0.4 },
  closedOf20: 12,
  covered: 1,
  inflammation: { p50: 0.1, p95: 0.3 },
  newCells: { p50: 0.7, p95: 0.9 },
  newCollagen: { p50: 0.02, p95: 0.05 },
}

test('what is drawn is said too: channels, epidermis, dermis, depth, slice', () => {
  expect(describeSkin(picture, 'fr')).toBe(
    'Jour 3. Canaux refermés dans 12 parcours sur 20. Épiderme reconstitué. Derme\u00a0: réparation en cours.',
  )
  expect(
    describeSkin({ ...picture, day: 0, closedOf20: 0, covered: 0, inflammation: { p50: 0.8, p95: 1 } }, 'en'),
  ).toBe('Day 0. Channels closed in 0 courses of 20. Epidermis open. Dermis: inflammation under way.')
  expect(explainSkin(picture, 'en')).toBe(
    'Dashed line: set depth, 1.50 mm. Depth reached, estimated: 0.30 to 1.50 mm. Channels closed in 12 courses of 20.',
  )
  expect(explainScale(picture, 'en')).toMatch(/^Slice of 1 mm, 114 holes a cm²\. Thickness: /)
})

test('holes are to scale in a slice thin enough to count them', () => {
  for (const holesPerCm2 of [0, 16, 114, 334, 900, 1600, 2297]) {
    const dense = { ...picture, holesPerCm2 }
    const channels = channelXs(dense, wholeSkin)
    expect(channels.length).toBeLessThanOrEqual(5)
    if (holesPerCm2 > 60) expect(channels.length).toBe(Math.round((holesPerCm2 / 100) * 3 * sliceMm(dense, wholeSkin)))
  }
  expect(channelXs({ holesPerCm2: 0 }, wholeSkin)).toEqual([])
})

test('a channel is wide when open, closes before its gap is nothing, and then carries its lid', () => {
  expect(channelWidth(1, wholeSkin)).toBe(8)
  expect(channelWidth(0.2, wholeSkin)).toBe(0)
  const open = drawSkin({ ...picture, gap: { p5: 0.9, p50: 0.95, p95: 1 } }, wholeSkin)
  expect(open.walls).not.toBe('')
  expect(open.lids).toEqual([])
  const perhaps = drawSkin(picture, wholeSkin)
  expect(perhaps.walls).toBe('')
  expect(perhaps.lids.map(({ state }) => state)).toEqual(['ring', 'ring', 'ring'])
  const surely = drawSkin({ ...picture, gap: { p5: 0, p50: 0.05, p95: 0.1 } }, wholeSkin)
  expect(new Set(surely.lids.map(({ state }) => state))).toEqual(new Set(['closed']))
})

test('skin at rest has no busy cells; what lies below the median depth is drawn as perhaps', () => {
  const none = { p50: 0, p95: 0 }
  const rest = drawSkin({ ...picture, inflammation: none, newCells: none, newCollagen: none }, wholeSkin)
  expect(Object.values(rest.cells)).toEqual(['', '', '', '', ''])
  const busy = drawSkin({ ...picture, inflammation: { p50: 1, p95: 1 } }, wholeSkin)
  expect(busy.cells.defence).not.toBe('')
  expect(busy.cells.defencePerhaps).not.toBe('')
})

test('the day changes cells and channels, never the tissue', () => {
  const [one, other] = [
    drawSkin(picture, wholeSkin),
    drawSkin({ ...picture, day: 9, newCells: { p50: 0.2, p95: 0.4 } }, wholeSkin),
  ]
  expect(one.tissue).toBe(other.tissue)
  expect(one.cells.fresh).not.toBe(other.cells.fresh)
  for (const view of [topSkin, oneChannel]) expect(drawSkin(picture, view).tissue).not.toBe(one.tissue)
})

test('no fat lies in the upper half of the skin, however unsure its thickness', () => {
  const { fat } = drawSkin(picture, wholeSkin)
  const rings = [...fat.matchAll(/M(-?\d+) (-?\d+)a(\d+)/g)].map(([, , y, r]) => (Number(y) - Number(r)) / 5)
  const halfway = wholeSkin.above + 0.5 * layers.at(-1)!.toMm * wholeSkin.unitsPerMm
  expect(rings.length).toBeGreaterThan(5)
  for (const top of rings) expect(top).toBeGreaterThan(halfway - 4)
})

test('a needle set to more than nine tenths of the skin is deep', () => {
  const mean = layers.at(-1)!.toMm
  expect(isDeep({ layers, setDepthMm: mean * 0.89 })).toBe(false)
  expect(isDeep({ layers, setDepthMm: mean * 0.91 })).toBe(true)
})

test('the picture of a forecast: open at once, closed within weeks, and the next treatment has not happened yet', () => {
  const needles = (day: number) => ({ day, device: 'pen' as const, needleMm: 1.5, passes: 6 })
  const course: Course = {
    ageYears: 38,
    phototype: 3,
    site: 'cheek',
    indication: 'acne-scars',
    treatments: [needles(0), needles(28)],
  }
  expect(isSite(course.site)).toBe(true)
  const told = forecast(course, { courses: 24 })
  const on = (day: number) => skinOn(told, { layers, setDepthMm: 1.5 }, day)
  expect(on(0)).toMatchObject({ closedOf20: 0, covered: 0, day: 0 })
  expect(on(0).gap.p50).toBeGreaterThan(0.95)
  expect(on(28)).toMatchObject({ closedOf20: 20, covered: 1 })
  expect(on(3).gap.p5).toBeLessThanOrEqual(on(3).gap.p95)
  expect(on(3).channelDepthMm.p95).toBeLessThanOrEqual(3)
})
