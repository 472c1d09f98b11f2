import type { CsvRow } from './csv.ts'

/** Why a row of `outcomes.csv` is not an arm of needling alone, or of needling with PRP, that prints its own figure. */
export type NotNeedling = { readonly code: NotNeedlingCode; readonly says: string }

export type NotNeedlingCode =
  | 'pooled'
  | 'contrast'
  | 'comparator'
  | 'combination'
  | 'subtype'
  | 'notSkin'
  | 'effectOnly'
  | 'noImprovement'

/** Saline, water and an empty vehicle add nothing of which healing could be claimed; creams that numb or shield go with every needling. */
const INERT =
  /^(none|no|nil|n\/?a|-|.*\b(saline|distilled water|sterile water|vehicle|placebo|glide gel|ultrasound gel|anaesthetic|anesthetic|lidocaine|emla|sunscreen|petrolatum|vaseline|moisturi[sz]er)\b.*)$/
const PRP = /\bprp\b|platelet.rich plasma|autologous plasma/
const OTHER_DEVICE =
  /^(none|no device|-)$|laser|\bco2\b|er:? ?yag|nd:? ?yag|\bipl\b|radio.?frequenc|\brf\b|peel|dermabrasion|subcision|injection only|cream|gel\b/
const COMPARATOR =
  /comparator|\bno treatment\b|untreated|control side|control \(|^control$|injections? alone|alone \(no needling\)/
const NEEDLING =
  /\bmn\b|needl|\bpci\b|dermaroller|derma ?roller|dermapen|derma ?stamp|\broller\b|\bpen\b|collagen induction/

/** undefined = the row is such an arm. The rules read the row's own fields; no row is named. */
export function whyNotNeedling(row: CsvRow): NotNeedling | undefined {
  const cell = (name: string) => (row[name] ?? '').trim().toLowerCase()
  const [arm, device, scale, where] = [cell('arm'), cell('device'), cell('scale'), cell('where_in_source')]
  if (device === 'mixed' || /pooled/.test(`${scale} ${arm}`) || /meta-analysis|systematic review/.test(cell('design')))
    return { code: 'pooled', says: 'figures of several studies together' }
  if (/\b(vs\.?|versus)\b/.test(arm)) return { code: 'contrast', says: 'a difference between two arms' }
  if (OTHER_DEVICE.test(device) || COMPARATOR.test(arm))
    return { code: 'comparator', says: `the arm is a comparator (${row.device?.trim() || row.arm?.trim()})` }
  if (device !== '' || arm !== '') {
    if (!NEEDLING.test(`${device} ${arm}`)) return { code: 'comparator', says: 'no needling is named' }
  }
  const added = addedTo(arm, cell('other_topical'))
  if (added) return { code: 'combination', says: `needling with ${added}` }
  if (/subtype/.test(where) || /^(rolling|box.?car|ice.?pick)\b/.test(scale))
    return { code: 'subtype', says: 'one subtype of scar of an arm' }
  if (/dlqi|quality of life|satisfaction|whole patient/.test(scale))
    return { code: 'notSkin', says: 'the scale does not score the skin' }
  return whyNoFigure(row, where)
}

/** What else was put on or done, '' = nothing, or nothing that counts. */
function addedTo(arm: string, other: string): string {
  const isAlone = /\balone\b/.test(arm) && !/combination/.test(arm)
  if (other && !INERT.test(other) && !isOnlyPrp(other) && !isAlone) return other
  if (/combination|subcision/.test(arm)) return 'another treatment'
  const parts = arm.split(/\s*(?:\+|\bplus\b|\bcombined with\b|\bfollowed by\b)\s*/).slice(1)
  return parts.find((part) => part !== '' && !INERT.test(part) && !isOnlyPrp(part) && !NEEDLING.test(part)) ?? ''
}

function isOnlyPrp(text: string): boolean {
  return PRP.test(text) && !/\b(not prp|insulin|vitamin|acid|tca|tranexamic|txa|fat|exosome)\b/.test(text)
}

function whyNoFigure(row: CsvRow, where: string): NotNeedling | undefined {
  const isPrinted = (name: string) => /\d/.test(row[name] ?? '')
  if (isPrinted('pct_improvement_mean')) return
  if (isPrinted('baseline_mean') && isPrinted('followup_mean')) {
    return Number(row.baseline_mean) === 0 ? { code: 'noImprovement', says: 'the score starts at zero' } : undefined
  }
  if (where.includes('effect'))
    return { code: 'effectOnly', says: 'only an effect is printed, no score before and after' }
  return { code: 'noImprovement', says: 'neither a percentage nor a score before and after is printed' }
}
