import { getJurisdiction, isJurisdictionCode } from '../jurisdictions.ts'

/** Whether plasma exists in a clinic: the country must not prohibit it, and the medical director must have stated a purpose. */
export function prpHere({
  country,
  purpose,
}: {
  country: string
  purpose: string | null
}): 'possible' | 'prohibited' | 'off' {
  const { prp } = getJurisdiction(isJurisdictionCode(country) ? country : 'other')
  if (prp === 'prohibited') return 'prohibited'
  return prp === 'off-until-director' && purpose !== null && purpose.trim() !== '' ? 'possible' : 'off'
}
