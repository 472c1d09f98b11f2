/** What a forecast may tell, with its unit. Grades: 0 none, 1 mild, 2 marked, 3 strong. */
export const OUTPUT_UNITS = {
  redness: 'grade 0-3',
  swelling: 'grade 0-3',
  pain: 'score 0-10',
  openChannels: '% of holes',
  barrierRecovered: '%',
  epidermisCovered: '%',
  infectionHazard: 'relative to the end of needling',
  epidermalTurnover: 'ratio to rest',
  epidermisGain: '%',
  cytokine: 'relative',
  neutrophils: 'relative',
  inflammatoryMacrophages: 'relative',
  repairMacrophages: 'relative',
  growthFactor: 'relative',
  fibroblasts: 'relative',
  perfusion: 'ratio to rest',
  newCollagen: '% of resting dermal collagen',
  organisedCollagen: '% gain',
  oldCollagen: 'ratio to the start',
  tropoelastin: 'relative',
  pigment: 'share 0-1',
  improvement: '%',
  inflammation: 'share of own peak',
  proliferation: 'share of own peak',
  remodelling: 'share of own peak',
} as const

export type OutputName = keyof typeof OUTPUT_UNITS
export const OUTPUT_NAMES = Object.keys(OUTPUT_UNITS) as readonly OutputName[]

/**
 * How far a number may be trusted. measured: read off a human series; calibrated: a parameter was moved by such data;
 * assumed: the shape or the size is our own reasoning; no-evidence: nobody has printed a figure.
 */
export type Tag = 'measured' | 'calibrated' | 'assumed' | 'no-evidence'

/** Of each output but `improvement`, whose tag depends on the indication. */
export const OUTPUT_TAGS: Readonly<Record<OutputName, Tag>> = {
  redness: 'assumed',
  swelling: 'assumed',
  pain: 'assumed',
  openChannels: 'calibrated',
  barrierRecovered: 'calibrated',
  epidermisCovered: 'calibrated',
  infectionHazard: 'assumed',
  epidermalTurnover: 'calibrated',
  epidermisGain: 'calibrated',
  cytokine: 'calibrated',
  neutrophils: 'calibrated',
  inflammatoryMacrophages: 'calibrated',
  repairMacrophages: 'calibrated',
  growthFactor: 'assumed',
  fibroblasts: 'assumed',
  perfusion: 'assumed',
  newCollagen: 'calibrated',
  organisedCollagen: 'calibrated',
  oldCollagen: 'no-evidence',
  tropoelastin: 'no-evidence',
  pigment: 'assumed',
  improvement: 'assumed',
  inflammation: 'calibrated',
  proliferation: 'assumed',
  remodelling: 'calibrated',
}
