/**
 * How a layer was measured. `imaging` (ultrasound and its like, on living people) reads an epidermis too thick (V-17);
 * `scan` is the difference of two 3D scans of cadavers and reads a dermis thicker than imaging does; `pooled` = no series
 * measured this site, and the sites of its area stand in.
 */
export type SkinMethod = 'imaging' | 'histology' | 'raman' | 'scan' | 'pooled'

/** One layer at one site: median and spread, both from every method that was tried there. */
export interface SkinLayer {
  readonly meanMm: number
  /** Between people and between methods. */
  readonly sdMm: number
  /** The methods, the one that the mean stands on first. */
  readonly methods: readonly SkinMethod[]
  readonly sources: readonly string[] | 'assumed'
}

export interface SkinLayers {
  readonly stratumCorneum: SkinLayer
  /** With the stratum corneum. */
  readonly epidermis: SkinLayer
  readonly dermis: SkinLayer
}
