import type { CourseIndication } from '../forecast/course.ts'
import type { Tag } from '../forecast/outputs.ts'
import { STUDIES_BY_INDICATION } from '../generated/improvement.ts'

/** Rows of `evidence/grades.csv` that judge needling alone. Melasma has one arm, mixed scars none of their own. */
const GRADE_IDS: Readonly<Record<CourseIndication, string>> = {
  'acne-scars': 'EG01',
  'surgical-scars': 'EG03',
  'mixed-scars': 'EG03',
  'burn-scars': 'EG04',
  wrinkles: 'EG05',
  texture: 'EG06',
  'stretch-marks': 'EG07',
  hyperpigmentation: 'EG09',
  pores: 'EG10',
}

export interface IndicationEvidence {
  readonly gradeId: string
  /** No figure exists: no curve may be drawn. */
  readonly noEvidence: boolean
  /** Studies of needling, alone or with PRP, from which this indication's own figure is learnt. */
  readonly studies: number
  /** calibrated = at least three studies of its own; assumed = mostly what the other indications show. */
  readonly tag: Tag
}

export function evidenceFor(indication: CourseIndication): IndicationEvidence {
  const studies = STUDIES_BY_INDICATION[indication] ?? 0
  const noEvidence = indication === 'pores'
  return {
    gradeId: GRADE_IDS[indication],
    noEvidence,
    studies,
    tag: noEvidence ? 'no-evidence' : studies >= 3 ? 'calibrated' : 'assumed',
  }
}
