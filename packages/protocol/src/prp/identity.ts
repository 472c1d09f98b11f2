import type { LocalDate } from '../local-date.ts'

/** Who somebody is, as a label says it or a mouth. `fileNumber` is there when the person was found on file. */
export interface PrpIdentity {
  familyName: string
  givenName: string
  birthOn: LocalDate
  fileNumber?: number
}

export const identityFields = ['familyName', 'givenName', 'birthOn', 'fileNumber'] as const
export type IdentityField = (typeof identityFields)[number]

/**
 * What differs between the tube's donor and the person in front. Empty = the same person. Case, accents, hyphens and apostrophes
 * do not count, for one person's name is typed in many ways; a file number counts where both have one.
 */
export function differingFields(donor: PrpIdentity, inFront: PrpIdentity): IdentityField[] {
  return identityFields.filter((field) => {
    const [a, b] = [donor[field], inFront[field]]
    if (field === 'fileNumber') return a !== undefined && b !== undefined && a !== b
    return plain(String(a)) !== plain(String(b))
  })
}

/** Letters and digits alone; a name that has none of them equals nothing but itself. */
function plain(text: string): string {
  const letters = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  return letters === '' ? text.trim() : letters
}

/** A text cut where another begins to differ from it: ['12-mai-19', '79'] against '12-mai-1997'. */
export function splitAtDifference(text: string, other: string): [same: string, different: string] {
  const [letters, others] = [[...text], [...other]]
  let at = 0
  while (at < letters.length && letters[at]?.toLowerCase() === others[at]?.toLowerCase()) at += 1
  return [letters.slice(0, at).join(''), letters.slice(at).join('')]
}
