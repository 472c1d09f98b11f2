import { getJurisdiction, isJurisdictionCode } from '@pointille/protocol'
import type { Caller } from '#features/access/index.server.ts'
import { readProfile } from '#features/clinics/index.server.ts'
import type { Language } from '#platform/languages/languages.ts'
import { openingLines } from './opening-lines.ts'
import { phoneNumber } from './phone-number.ts'
import type { Site } from './site.ts'

/** What the public pages say of the caller's clinic; from the profile that is kept until something there changes. */
export async function readSite({ house, clinic, language }: Caller): Promise<Site> {
  const profile = await readProfile(house, clinic)
  const code = isJurisdictionCode(profile.country) ? profile.country : 'other'
  const jurisdiction = getJurisdiction(code)
  const consultation = profile.firstVisit === 'consultation' || jurisdiction.firstVisit === 'consultation'
  return {
    language,
    clinicName: clinic.name,
    city: profile.city,
    address: profile.address,
    access: language === 'fr' ? profile.accessFr : profile.accessEn,
    opening: openingLines(profile.opening, language),
    phone: phoneNumber(profile.phone, profile.country, language),
    jurisdiction: code,
    emergencyNumbers: jurisdiction.emergencyNumbers,
    ages: jurisdiction.ages,
    firstVisit: consultation ? 'consultation' : 'either',
    prp: prpHere(jurisdiction.prp, profile.prpPurpose),
    prpPurpose: profile.prpPurpose ? ownWords(profile.prpPurpose, language) : undefined,
    isDemo: house.isDemo,
  }
}

/** A director of a bilingual clinic writes 'en français / in English'; one language alone is quoted as it stands. */
function ownWords(purpose: string, language: Language): { text: string; inLanguage: boolean } {
  const [fr, en] = purpose.split(' / ')
  return language === 'fr' ? { text: fr!, inLanguage: true } : { text: en ?? fr!, inLanguage: en !== undefined }
}

function prpHere(rule: 'prohibited' | 'off-until-director' | 'off', purpose: string | null): Site['prp'] {
  if (rule !== 'off-until-director') return rule
  return purpose ? 'allowed' : 'notAllowed'
}
