/** A middle and what lies within nine courses in ten. */
export interface Doubt {
  readonly p5: number
  readonly p50: number
  readonly p95: number
}

/** One layer of the skin at a site, from the surface down; how it was measured is told with it. */
export interface SkinLayerView {
  readonly id: 'corneum' | 'epidermis' | 'papillary' | 'reticular'
  /** Depth of its lower end, mm. */
  readonly toMm: number
  readonly sdMm: number
  readonly method: 'histology' | 'imaging' | 'raman' | 'scan' | 'pooled'
}

/** Everything that the cross-section of the skin shows on one day after a treatment. Shares are 0..1. */
export interface SkinPicture {
  readonly day: number
  /** Four layers, the last ends where the fat begins. */
  readonly layers: readonly SkinLayerView[]
  readonly setDepthMm: number
  /** Where the needles end: length is not depth. */
  readonly channelDepthMm: Doubt
  readonly holesPerCm2: number
  /** Gap that is left in the horny layer: 1 = as the needle left it, 0 = closed. */
  readonly gap: Doubt
  /** Courses of twenty whose channels are closed. */
  readonly closedOf20: number
  /** Share of the holes that new epidermis covers. */
  readonly covered: number
  /** Busy cells and new fibres, share of their own peak; between p50 and p95 they are drawn as rings. */
  readonly inflammation: Pick<Doubt, 'p50' | 'p95'>
  readonly newCells: Pick<Doubt, 'p50' | 'p95'>
  readonly newCollagen: Pick<Doubt, 'p50' | 'p95'>
}

/** Thickness of the whole skin, to the fat, mm. */
export function skinThickness({ layers }: Pick<SkinPicture, 'layers'>): { meanMm: number; sdMm: number } {
  const last = layers.at(-1)!
  return { meanMm: last.toMm, sdMm: last.sdMm }
}

/** The needle may reach the fat: it is set to more than nine tenths of the site's mean skin. */
export function isDeep(picture: Pick<SkinPicture, 'layers' | 'setDepthMm'>): boolean {
  return picture.setDepthMm > 0.9 * skinThickness(picture).meanMm
}
