import type { SkinPicture } from './skin-picture.ts'

/** Which piece of skin is drawn, and how large. Drawing units are px of the picture's own width. */
export interface SkinView {
  readonly widthMm: number
  /** Below the surface. */
  readonly depthMm: number
  readonly unitsPerMm: number
  /** Blank units above the surface. */
  readonly above: number
  /** Sizes of cells and fibres against those of the whole picture. */
  readonly cellScale: number
}

/** 3 mm of skin, as the planner and the healing page show it: 320 units wide. */
export const wholeSkin: SkinView = { widthMm: 3, depthMm: 1.94, unitsPerMm: 106.67, above: 26, cellScale: 1 }
/** The top half millimetre, four times as large. */
export const topSkin: SkinView = { widthMm: 0.75, depthMm: 0.485, unitsPerMm: 426.7, above: 26, cellScale: 1.5 }
/** 1.1 mm around one channel, 270 units wide: the four small pictures. */
export const oneChannel: SkinView = { widthMm: 1.1, depthMm: 0.8, unitsPerMm: 245.5, above: 16, cellScale: 1.5 }

/** Slices of skin, from thick to thin, mm. */
const slicesMm = [1, 0.5, 0.3, 0.2, 0.1, 0.05, 0.03] as const
/** More channels than these run into each other. */
const mostChannels = 4

/** How thick a slice of skin the picture shows, so that its holes can be counted: said with the picture. */
export function sliceMm(
  { holesPerCm2 }: Pick<SkinPicture, 'holesPerCm2'>,
  { widthMm }: Pick<SkinView, 'widthMm'>,
): number {
  return slicesMm.find((slice) => (holesPerCm2 / 100) * slice * widthMm < mostChannels + 0.5) ?? slicesMm.at(-1)!
}

/** Where the channels stand in the view, in units: as many as the holes in a slice of skin, a little uneven as a hand is. */
export function channelXs(picture: Pick<SkinPicture, 'holesPerCm2'>, view: SkinView): number[] {
  const { holesPerCm2 } = picture
  const width = view.widthMm * view.unitsPerMm
  const count = Math.round((holesPerCm2 / 100) * sliceMm(picture, view) * view.widthMm)
  if (count <= 1) return holesPerCm2 === 0 ? [] : [width * 0.5]
  const uneven = [0.05, 0, -0.04, 0.03, -0.05, 0.02]
  return Array.from({ length: count }, (_, at) => (width * (at + 0.5 + uneven[at % uneven.length]!)) / count)
}
