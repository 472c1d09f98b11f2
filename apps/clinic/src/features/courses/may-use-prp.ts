import { getJurisdiction, isJurisdictionCode } from '@pointille/protocol'
import type { CourseView } from './course-view.ts'

/** Whether plasma may be planned: the country must allow it, and the clinic's director must have stated a purpose. */
export function mayUsePrp({ country, prpPurpose }: { country: string; prpPurpose: string | null }): CourseView['prp'] {
  const { prp } = getJurisdiction(isJurisdictionCode(country) ? country : 'other')
  if (prp === 'prohibited') return 'prohibited'
  return prp === 'off-until-director' && prpPurpose !== null && prpPurpose.trim() !== '' ? 'possible' : 'off'
}
