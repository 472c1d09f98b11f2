import type { SettingId } from './evidence.ts'
import { isTreatableIndication, type TreatableIndication } from './indications.ts'
import { numbingProductIds } from './numbing.ts'
import { type Glide, needlingDevices, type Plan, type PlannedZone, plannedEndpoints } from './plan.ts'
import { physicalDepthMm, publishedDepth } from './plan-limits.ts'
import { isIntegerWithin, isNumberWithin, isOneOf, isRecord, isText } from './shape.ts'
import { isZoneId } from './zones.ts'

export type PlanLimit =
  | 'record'
  | 'known-field'
  | 'known-indication'
  | 'one-to-twenty-zones'
  | 'known-zone'
  | 'zone-once'
  | 'known-device'
  | 'physical-depth'
  | 'two-decimals'
  | 'published-depth-or-reason'
  | 'short-text'
  | 'one-to-twenty-passes'
  | 'not-below-passes-low'
  | 'known-endpoint'
  | 'one-to-five-rounds'
  | 'sterile-gel-or-product-with-reason'
  | 'known-numbing-product-or-none'

export interface InvalidPlan {
  refusal: 'InvalidPlan'
  /** 'zones.0.depthMm', 'glide'…; '' = the whole. */
  field: string
  limit: PlanLimit
  /** For depths: the bounds that were passed; highMm undefined = no published figure. */
  lowMm?: number
  highMm?: number
  rowIds?: readonly SettingId[]
}

const MOST_ZONES = 20
const LONGEST_TEXT = 500

/** Checks a plan that came from outside and gives a clean copy, whose hash is the plan's hash. Never throws. */
export function checkPlan(input: unknown): { plan: Plan } | InvalidPlan {
  if (!isRecord(input)) return refuse('', 'record')
  const stranger = strangerOf(input, ['indication', 'zones', 'glide', 'numbing'])
  if (stranger !== undefined) return refuse(stranger, 'known-field')
  const { indication, zones, glide, numbing } = input
  if (!isTreatableIndication(indication)) return refuse('indication', 'known-indication')
  const checkedZones = checkZones(zones, indication)
  if ('refusal' in checkedZones) return checkedZones
  const checkedGlide = checkGlide(glide)
  if (checkedGlide === undefined) return refuse('glide', 'sterile-gel-or-product-with-reason')
  const checkedNumbing = checkNumbing(numbing)
  if (checkedNumbing === undefined) return refuse('numbing', 'known-numbing-product-or-none')
  return { plan: { indication, zones: checkedZones.zones, glide: checkedGlide, numbing: checkedNumbing } }
}

function checkZones(input: unknown, indication: TreatableIndication): { zones: PlannedZone[] } | InvalidPlan {
  if (!Array.isArray(input) || input.length < 1 || input.length > MOST_ZONES)
    return refuse('zones', 'one-to-twenty-zones')
  const zones: PlannedZone[] = []
  for (const [index, item] of input.entries()) {
    const checked = checkZone(item, indication)
    if ('refusal' in checked) return { ...checked, field: `zones.${index}${checked.field && `.${checked.field}`}` }
    if (zones.some(({ zone }) => zone === checked.zone)) return refuse(`zones.${index}.zone`, 'zone-once')
    zones.push(checked)
  }
  return { zones }
}

const ZONE_FIELDS = ['zone', 'device', 'depthMm', 'depthReason', 'passesLow', 'passesHigh', 'endpoint', 'rounds']

function checkZone(input: unknown, indication: TreatableIndication): PlannedZone | InvalidPlan {
  if (!isRecord(input)) return refuse('', 'record')
  const stranger = strangerOf(input, ZONE_FIELDS)
  if (stranger !== undefined) return refuse(stranger, 'known-field')
  const { zone, device, depthMm, depthReason, passesLow, passesHigh, endpoint, rounds } = input
  if (!isZoneId(zone)) return refuse('zone', 'known-zone')
  if (!isOneOf(device, needlingDevices)) return refuse('device', 'known-device')
  if (!isNumberWithin(depthMm, physicalDepthMm.low, physicalDepthMm.high)) {
    const { low, high } = physicalDepthMm
    return { ...refuse('depthMm', 'physical-depth'), lowMm: low, highMm: high }
  }
  if (Number(depthMm.toFixed(2)) !== depthMm) return refuse('depthMm', 'two-decimals')
  if (depthReason !== undefined && !isText(depthReason, LONGEST_TEXT)) return refuse('depthReason', 'short-text')
  const published = publishedDepth(zone, indication)
  if (depthReason === undefined && (published.highMm === undefined || depthMm > published.highMm)) {
    return { ...refuse('depthMm', 'published-depth-or-reason'), ...published }
  }
  if (!isIntegerWithin(passesLow, 1, 20)) return refuse('passesLow', 'one-to-twenty-passes')
  if (!isIntegerWithin(passesHigh, 1, 20)) return refuse('passesHigh', 'one-to-twenty-passes')
  if (passesHigh < passesLow) return refuse('passesHigh', 'not-below-passes-low')
  if (!isOneOf(endpoint, plannedEndpoints)) return refuse('endpoint', 'known-endpoint')
  if (!isIntegerWithin(rounds, 1, 5)) return refuse('rounds', 'one-to-five-rounds')
  const checked: PlannedZone = { zone, device, depthMm, passesLow, passesHigh, endpoint, rounds }
  return depthReason === undefined ? checked : { ...checked, depthReason }
}

function checkGlide(input: unknown): Glide | undefined {
  if (input === 'sterileGel') return input
  if (!isRecord(input) || strangerOf(input, ['product', 'reason']) !== undefined) return undefined
  const { product, reason } = input
  return isText(product, LONGEST_TEXT) && isText(reason, LONGEST_TEXT) ? { product, reason } : undefined
}

function checkNumbing(input: unknown): Plan['numbing'] | undefined {
  if (input === 'none') return input
  if (!isRecord(input) || strangerOf(input, ['product']) !== undefined) return undefined
  return isOneOf(input.product, numbingProductIds) ? { product: input.product } : undefined
}

function strangerOf(record: Record<string, unknown>, known: readonly string[]): string | undefined {
  return Object.keys(record)
    .find((key) => !known.includes(key))
    ?.slice(0, 40)
}

function refuse(field: string, limit: PlanLimit): InvalidPlan {
  return { refusal: 'InvalidPlan', field, limit }
}
