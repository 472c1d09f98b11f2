import type { Site } from './site.ts'

/** A layer as a source measured it; `total` is epidermis and dermis together. */
export type SkinLayerSeen = 'stratumCorneum' | 'livingEpidermis' | 'epidermis' | 'dermis' | 'total'

/**
 * How it was measured. `imaging` (ultrasound and its like, on living people) reads an epidermis too thick (V-17);
 * `scan` is the difference of two 3D scans of cadavers and reads dermis thicker than imaging does.
 */
export type SkinMethod = 'imaging' | 'histology' | 'raman' | 'scan'

/** What one method found of one layer at one site, pooled over its series. */
export interface SkinLayerRow {
  readonly site: Site
  readonly layer: SkinLayerSeen
  readonly method: SkinMethod
  readonly meanUm: number
  /** Between people; absent when no series printed one. */
  readonly sdUm?: number | undefined
  /** Absent when no series said how many. */
  readonly people?: number | undefined
  readonly sources: readonly string[]
}
